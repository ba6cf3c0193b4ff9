package org.tongban.application.intake;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongban.application.clock.LegalClock;
import org.tongban.application.clock.LegalClocks;
import org.tongban.application.clock.Limit;
import org.tongban.application.clock.Limits;
import org.tongban.application.clock.Procedure;
import org.tongban.application.clock.Term;
import org.tongban.application.clock.Unit;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.kit.TestClock;

/** The restaurant of flow.md as it is submitted: case 2 waits for case 1, case 3 for nobody. */
public final class Samples {
    public static final String OWNER = "citizen1";
    public static final String MARKET = "市场监管";
    public static final String FIRE = "消防救援";
    public static final Instant NOW = TestClock.START;
    public static final TrackingCode CODE = TrackingCode.draw(new Random(7));
    public static final LegalClock CLOCK = LegalClocks.usual();

    private static final List<Matter.Window> WINDOWS = List.of(new Matter.Window("511602-01", "W03"));
    private static final Limit TEN_DAYS = new Limit(new Term(10, Unit.WORKING_DAY), null, null);
    private static final Limit ON_THE_SPOT =
            new Limit(new Term(0, Unit.ON_THE_SPOT), null, new Term(3, Unit.WORKING_DAY));

    private Samples() {}

    /** Those of a database, with nobody who rings the bell. */
    public static Applications applications(MongoDatabase database, Clock clock) {
        return new Applications(new AggregateStore<>(database, Applications.TYPE, clock, code -> {}));
    }

    public static Submission bag() {
        return bag(CODE, OWNER, "511602");
    }

    public static Submission bag(TrackingCode code, String owner, String division) {
        return bag(code, owner, division, List.of(identity(), premises(), licence()));
    }

    public static Submission bag(TrackingCode code, String owner, String division, List<Requirement> lines) {
        return new Submission(
                code,
                owner,
                "L-511602-20261122-7KQ2M9XT",
                new Division(division, "广安区"),
                "自然人",
                NOW,
                List.of(shop(), food(), fire()),
                lines);
    }

    /** The same with a floor plan that comes later. */
    public static Submission bagWithLater(TrackingCode code, String owner) {
        return bag(code, owner, "511602", List.of(identity(), premises(), licence(), floorPlan()));
    }

    /** The same with all papers to be brought to a counter. */
    public static Submission bagToBeBrought(TrackingCode code) {
        Requirement brought = premises().met(Requirement.State.BRING_ORIGINAL, List.of(), null);
        return bag(code, OWNER, "511602", List.of(identity(), brought, licence()));
    }

    static Matter shop() {
        return new Matter(
                "mr-individual-establish",
                1,
                "个体工商户设立登记",
                MARKET,
                "01",
                "即办件",
                List.of(),
                new Limits(ON_THE_SPOT, null, new Limit(new Term(3, Unit.WORKING_DAY), null, null)),
                "个体工商户营业执照",
                List.of(new ResultKind("individual-business-licence", "organisation")),
                WINDOWS,
                List.of(new Procedure("公示", new Term(20, Unit.NATURAL_DAY))));
    }

    static Matter food() {
        return new Matter(
                "mr-food-operation-new",
                1,
                "食品经营许可（新办）",
                MARKET,
                "01",
                "承诺件",
                List.of("mr-individual-establish"),
                new Limits(TEN_DAYS, null, null),
                "食品经营许可证",
                List.of(new ResultKind("food-operation-licence", "organisation")),
                WINDOWS,
                List.of());
    }

    static Matter fire() {
        return new Matter(
                "fs-public-gathering-check",
                1,
                "公众聚集场所投入使用、营业前消防安全检查",
                FIRE,
                "01",
                "承诺件",
                List.of(),
                Limits.NOT_STATED,
                null,
                List.of(),
                WINDOWS,
                List.of());
    }

    static Requirement identity() {
        Wanted card = new Wanted("identity-document", "applicant", List.of("identity-document", "id-card"));
        return new Requirement(
                "r2",
                2,
                "经营者身份证明",
                "必要",
                1,
                null,
                List.of(List.of(card)),
                List.of(new Requirement.Source("mr-individual-establish", 2)),
                null,
                Requirement.State.BRING_ORIGINAL,
                List.of(),
                null);
    }

    static Requirement premises() {
        return new Requirement(
                "r3",
                3,
                "经营场所相关文件",
                "必要",
                null,
                null,
                null,
                List.of(
                        new Requirement.Source("mr-individual-establish", 3),
                        new Requirement.Source("mr-food-operation-new", 4)),
                null,
                Requirement.State.PROVIDED,
                List.of("d-premises"),
                null);
    }

    static Requirement floorPlan() {
        return new Requirement(
                "r7",
                7,
                "平面图",
                "容缺后补",
                null,
                null,
                null,
                List.of(new Requirement.Source("mr-individual-establish", 7)),
                null,
                Requirement.State.LATER,
                List.of(),
                null);
    }

    static Requirement licence() {
        Wanted licence = new Wanted(
                "business-licence", "organisation", List.of("business-licence", "individual-business-licence"));
        return new Requirement(
                "r5",
                5,
                "营业执照",
                "必要",
                0,
                1,
                List.of(List.of(licence)),
                List.of(new Requirement.Source("mr-food-operation-new", 2)),
                "mr-individual-establish",
                Requirement.State.PRODUCED_BY_CASE,
                List.of(),
                null);
    }

    public static Application submitted() {
        return Application.submitted(bag(), CLOCK).next();
    }

    public static Turn turn(Application application, int no) {
        return turn(application, no, NOW);
    }

    public static Turn turn(Application application, int no, Instant at) {
        return new Turn(application, application.caseNo(no).orElseThrow(), "reviewer1", at, CLOCK);
    }

    public static Change<Application> accept(Application application, int no) {
        return new Desk(turn(application, no)).accept(() -> "511602-市场监管-2026-000001");
    }

    public static Change<Application> grant(Application application, int no) {
        return new Course(turn(accept(application, no).next(), no)).grant(null, null, null);
    }

    /** An application whose given case has come to that stage by the shortest way. */
    static Application at(Stage stage, int no) {
        Application fresh = submitted();
        Function<Change<Application>, Application> next = Change::next;
        return switch (stage) {
            case WAITING, SUBMITTED -> fresh;
            case CORRECTION_REQUESTED -> next.apply(new Desk(turn(fresh, no)).requestCorrection(failing("r3")));
            case ACCEPTED -> next.apply(accept(fresh, no));
            case SUSPENDED ->
                next.apply(new Course(turn(accept(fresh, no).next(), no)).suspend("鉴定", new Term(5, Unit.WORKING_DAY)));
            case GRANTED -> next.apply(grant(fresh, no));
            case REFUSED -> next.apply(new Course(turn(accept(fresh, no).next(), no)).refuse("不符合条件"));
            case NOT_ACCEPTED ->
                next.apply(new Desk(turn(fresh, no)).notAccept(NonAcceptance.Kind.NOT_OURS, "不属于本机关", "岳池县"));
            case NOT_REQUIRED ->
                next.apply(new Desk(turn(fresh, no)).notAccept(NonAcceptance.Kind.NOT_REQUIRED, "无需许可", null));
            case WITHDRAWN -> next.apply(fresh.withdraw(null, NOW));
            case TERMINATED -> next.apply(new Course(turn(accept(fresh, 1).next(), 1)).refuse("不符合条件"));
            case DELIVERED ->
                next.apply(new Course(turn(grant(fresh, no).next(), no)).deliver(Delivery.Method.COUNTER));
        };
    }

    public static List<Correction.Failing> failing(String rid) {
        return List.of(new Correction.Failing(rid, "不清晰"));
    }

    static Stage stage(Application application, int no) {
        return application.caseNo(no).orElseThrow().stage();
    }

    static <T> T present(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
