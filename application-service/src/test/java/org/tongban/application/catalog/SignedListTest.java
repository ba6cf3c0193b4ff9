package org.tongban.application.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tongban.application.clock.Procedure;
import org.tongban.application.clock.Term;
import org.tongban.application.clock.Unit;
import org.tongban.application.intake.Matter;
import org.tongban.platform.json.Json;

final class SignedListTest {

    @Test
    void aListThatWasChangedOnTheWayIsSeen() {
        String list = Lists.restaurant();

        assertThat(SignedList.isWhole(list)).isTrue();
        assertThat(SignedList.isWhole(list.replace("必要", "非必要"))).isFalse();
        assertThat(SignedList.isWhole("{}")).isFalse();
        assertThat(SignedList.isWhole("[]")).isFalse();
    }

    @Test
    void aCaseKnowsTheProceduresForWhichItsClockMayStop() {
        Item item = Json.lenient().readValue("""
                        {"item": "a", "version": 1, "name": "甲", "department": "民政", "specialProcedures": [
                         {"name": "公告查找生父母", "n": 60, "unit": "自然日"}, {"name": "公告", "n": null, "unit": null}]}""", Item.class);

        assertThat(item.matter().procedures())
                .containsExactly(new Procedure("公告查找生父母", new Term(60, Unit.NATURAL_DAY)), new Procedure("公告", null));
    }

    @Test
    void stagesThatFollowOneAnotherTakeTheirTimesTogether() {
        String inspected = "\"inspection\": {\"n\": 10, \"unit\": \"工作日\"}, ";

        assertThat(statutory(inspected + "\"decision\": {\"n\": 3, \"unit\": \"工作日\", \"from\": \"inspection\"}"))
                .isEqualTo(new Term(13, Unit.WORKING_DAY));
        assertThat(statutory(inspected + "\"decision\": {\"n\": 3, \"unit\": \"月\", \"from\": \"inspection\"}"))
                .as("of another unit")
                .isEqualTo(new Term(10, Unit.WORKING_DAY));
        assertThat(statutory("\"a\": {\"n\": 9, \"unit\": \"工作日\", \"from\": \"b\"},"
                        + " \"b\": {\"n\": 9, \"unit\": \"工作日\", \"from\": \"a\"}"))
                .as("in a circle")
                .isEqualTo(new Term(10, Unit.WORKING_DAY));
    }

    private static Term statutory(String stages) {
        Item item = Json.lenient().readValue("""
                        {"item": "a", "version": 1, "name": "甲", "department": "消防救援", "limits":
                         {"statutory": {"n": 10, "unit": "工作日", "byStage": {%s}}}}""".formatted(stages), Item.class);
        return Objects.requireNonNull(item.matter().limits().statutory()).term();
    }

    @Test
    void spacesAndOrderDoNotChangeIt() {
        String list = Lists.restaurant();
        String pretty = Json.mapper()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(Json.mapper().readTree(list));

        assertThat(pretty).isNotEqualTo(list);
        assertThat(SignedList.isWhole(pretty)).isTrue();
    }

    @Test
    void thatItHasExpiredIsNoPartOfWhatWasSigned() {
        String list = Lists.restaurant();

        assertThat(SignedList.isWhole(list.replaceFirst("\\{", "{\"expired\": true, ")))
                .isTrue();
        assertThat(SignedList.isWhole(list.replaceFirst("\\{", "{\"surprise\": true, ")))
                .isFalse();
    }

    @Test
    void itsItemsKeepTheWindowsThatTakeThem() {
        Matter fire = SignedList.read(Lists.restaurant()).items().get(2).matter();

        assertThat(fire.isTakenAt("511602-01", "W01")).isTrue();
        assertThat(fire.isTakenAt("511602-01", "W05")).isFalse();
        assertThat(fire.isTakenAt(null, "W01")).isFalse();
    }

    @Test
    void itsLastDayIsADayInShanghai() {
        SignedList list = SignedList.read(Lists.restaurant());

        assertThat(list.isOver(Instant.parse("2027-02-20T15:59:59Z"))).isFalse();
        assertThat(list.isOver(Instant.parse("2027-02-20T16:00:00Z"))).isTrue();
    }

    @Test
    void anAnswerBelongsToTheItemWhoseLineItCalled() {
        SignedList list = SignedList.read(Lists.byCommitment());

        assertThat(list.isByCommitment("fs-public-gathering-check")).isTrue();
        assertThat(list.isByCommitment("mr-food-operation-new")).isFalse();
    }

    @Test
    void anAnswerBelongsToTheItemThatItsKeyNames() {
        SignedList list = SignedList.read(Lists.restaurant(json -> json.withObject("/answers")
                .put("mr-food-operation-new.mode", "commit")
                .put("fs-public-gathering-check.mode", "normal")));

        assertThat(list.isByCommitment("mr-food-operation-new")).isTrue();
        assertThat(list.isByCommitment("fs-public-gathering-check")).isFalse();
    }

    @Test
    void theAnswersOfASingleItemAreItsOwnAndOneOfSeveralIsEnough() {
        SignedList whole = SignedList.read(Lists.restaurant(json ->
                json.withObject("/answers").putArray("ways").add("other").add("commit")));
        SignedList single = new SignedList(
                whole.listNo(),
                whole.issuedAt(),
                whole.validUntil(),
                whole.division(),
                whole.applicant(),
                whole.answers(),
                List.of(whole.items().get(0)),
                whole.lines(),
                whole.digest());

        assertThat(single.isByCommitment("mr-individual-establish")).isTrue();
        assertThat(whole.isByCommitment("mr-individual-establish")).isFalse();
    }
}
