package org.tongban.application.bag;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tongban.application.bag.Given.Means;
import org.tongban.application.catalog.Line;
import org.tongban.application.document.Document;
import org.tongban.application.document.Fit;
import org.tongban.application.intake.Requirement.Source;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.problem.Refusal.Fault;
import org.tongban.platform.problem.Said;

/** In which ways which line may be met. */
final class Rules {
    private Rules() {}

    /**
     * What the wish gives for this line.
     *
     * @param isByCommitment whether an item is applied for by 告知承诺
     * @param owned those of the wanted documents that the owner has
     * @param now what is valid no more cannot be given
     * @return empty when it clears the line
     * @throws NotAllowed when this line cannot be met in this way
     */
    static Optional<Given> given(
            Predicate<String> isByCommitment, Line line, Wish wish, List<Document> owned, Instant now) {
        wish.check();
        if (!wish.wantedDocuments().isEmpty()) {
            return Optional.of(Given.documents(line.rid(), fitting(line, wish.wantedDocuments(), owned, now)));
        }
        if (wish.bringOriginal() != null) {
            return Optional.of(Given.plainly(line.rid(), Means.ORIGINAL));
        }
        if (wish.declare() != null) {
            return Optional.of(declared(line, wish.declare()));
        }
        if (wish.commit() != null) {
            return Optional.of(committed(isByCommitment, line));
        }
        return wish.later() == null ? Optional.empty() : Optional.of(later(line));
    }

    private static List<Document> fitting(Line line, List<String> wanted, List<Document> owned, Instant now) {
        Map<String, Document> byId =
                owned.stream().collect(Collectors.toMap(Document::documentId, Function.identity()));
        List<Fault> faults = new ArrayList<>();
        List<Document> documents = new ArrayList<>();
        for (int at = 0; at < wanted.size(); at++) {
            Document document = byId.get(wanted.get(at));
            if (document == null) {
                faults.add(fault(at, "您的材料库中没有这份材料。", "There is no such document in your store."));
            } else if (!document.isValidAt(now)) {
                faults.add(fault(
                        at,
                        "这份材料的有效期至 " + document.validUntil() + "，请换一份有效的。",
                        "This document was valid until " + document.validUntil() + "; give one that is valid."));
            } else {
                documents.add(document);
            }
        }
        refuse(faults);
        Fit.of(line.groups(), documents).strangers().forEach(at -> faults.add(stranger(at, line, documents.get(at))));
        refuse(faults);
        return documents;
    }

    private static Fault stranger(int at, Line line, Document document) {
        String given = document.kind() + " (" + document.holder() + ")";
        String wanted = line.groups().stream()
                .map(group -> group.stream()
                        .map(paper -> paper.kind() + " (" + paper.holder() + ")")
                        .collect(Collectors.joining(" / ")))
                .collect(Collectors.joining(" + "));
        return fault(
                at,
                "材料 " + given + " 不符合“" + line.name() + "”的要求：" + wanted + "。",
                given + " is not what " + line.rid() + " asks for: " + wanted + ".");
    }

    private static Fault fault(int at, String zh, String en) {
        return new Fault("/documentIds/" + at, new Said(zh, en));
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new NotAllowed(faults);
        }
    }

    private static Given declared(Line line, String declaration) {
        if (!line.need().equals(Line.OPTIONAL) && !line.isForm()) {
            throw new NotAllowed(
                    "/declare",
                    "只有非必要材料和本行专用的表单可以用声明代替。",
                    "Only optional lines and a line's own form can be declared.");
        }
        return Given.declaration(line.rid(), declaration);
    }

    private static Given committed(Predicate<String> isByCommitment, Line line) {
        if (line.isCommitmentLetter()) {
            throw new NotAllowed("/commit", "承诺书本身必须提交。", "The letter of commitment itself must be handed in.");
        }
        if (!line.sources().stream().map(Source::item).allMatch(isByCommitment)) {
            throw new NotAllowed(
                    "/commit",
                    "只有选择告知承诺办理的事项，其材料才可以承诺代替。",
                    "Only lines of an item that is applied for by commitment can be committed to.");
        }
        return Given.plainly(line.rid(), Means.COMMITMENT);
    }

    private static Given later(Line line) {
        if (!line.need().equals(Line.LATER)) {
            throw new NotAllowed("/later", "只有容缺后补的材料可以后补。", "Only lines marked 容缺后补 can come later.");
        }
        return Given.plainly(line.rid(), Means.LATER);
    }
}
