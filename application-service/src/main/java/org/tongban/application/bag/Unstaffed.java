package org.tongban.application.bag;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongban.application.catalog.Item;
import org.tongban.application.catalog.SignedList;
import org.tongban.application.identity.Desks;
import org.tongban.application.intake.Division;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.problem.Refusal.Fault;
import org.tongban.platform.problem.Said;

/** Nobody hands in what nobody would work: where a department has no staff here, the hall says what can be done. */
final class Unstaffed {
    private final Desks desks;

    Unstaffed(Desks desks) {
        this.desks = desks;
    }

    /**
     * @throws NotAllowed naming every department of the list that has nobody in its division, and its items
     * @throws org.tongban.platform.problem.Busy when it cannot be known now
     */
    void refuse(SignedList list) {
        Set<String> departments = list.items().stream().map(Item::department).collect(Collectors.toSet());
        Set<String> without = desks.without(list.division().code(), departments);
        List<Fault> faults = without.stream()
                .sorted()
                .map(department -> new Fault("/bagId", said(department, list)))
                .toList();
        if (!faults.isEmpty()) {
            throw new NotAllowed(faults);
        }
    }

    private static Said said(String department, SignedList list) {
        Division division = list.division();
        String items = list.items().stream()
                .filter(item -> item.department().equals(department))
                .map(Item::name)
                .collect(Collectors.joining("、"));
        return new Said(
                division.name() + "（" + division.code() + "）的“" + department + "”没有网上受理人员，暂不能网上提交“" + items
                        + "”；请到当地政务服务大厅咨询办理，或重新查询一份不含这些事项的清单。",
                "The department \"" + department + "\" of " + division.name() + " (" + division.code()
                        + ") has nobody who takes applications online, so \"" + items
                        + "\" cannot be submitted here; ask at the local government service hall, or make a list"
                        + " without it.");
    }
}
