package org.tongban.platform.kit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.tongban.platform.time.TimeConfiguration;

/** The rules that every room of the house keeps; a service applies them to its root package in a test of ten lines. */
public final class HouseRules {

    private static final String PLATFORM = "org.tongban.platform";

    private static final DescribedPredicate<JavaClass> EVENTS = describe(
            "events", type -> !type.isInterface() && type.isAssignableTo("org.tongban.platform.event.DomainEvent"));

    private static final DescribedPredicate<JavaClass> STAGES =
            describe("stages", type -> type.isEnum() && type.getSimpleName().endsWith("Stage"));

    private static final DescribedPredicate<JavaClass> AGGREGATES = describe(
            "aggregates, which answer their changes",
            type -> type.isRecord()
                    && type.getMethods().stream()
                            .anyMatch(method -> method.getRawReturnType()
                                    .getName()
                                    .equals("org.tongban.platform.aggregate.Change")));

    public static final ArchRule FEATURES_FREE_OF_CIRCLES = slices().matching("org.tongban.*.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a room that cannot be understood without the room it serves is not a room of its own");

    public static final ArchRule TIME_COMES_FROM_THE_CLOCK_BEAN = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(TimeConfiguration.class.getName())
            .should()
            .accessTargetWhere(SystemTime.ACCESS)
            .because("time is given, so that a test can hold it: the clock bean in TimeConfiguration tells it");

    public static final ArchRule EVENTS_ARE_RECORDS = classes()
            .that(EVENTS)
            .should()
            .beRecords()
            .allowEmptyShould(true)
            .because("a fact does not change, and its components are its JSON");

    public static final ArchRule THE_HEART_KNOWS_NO_MACHINERY = noClasses()
            .that(EVENTS.or(STAGES).or(AGGREGATES))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.springframework..",
                    "com.mongodb..",
                    "org.bson..",
                    "tools.jackson..",
                    "com.fasterxml.jackson.."))
            .allowEmptyShould(true)
            .because("what is decided does not hang on how it is stored, sent or served");

    public static final ArchRule NO_FIELD_INJECTION = noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .allowEmptyShould(true)
            .because("a constructor says what a class needs, and a test can call it");

    public static final ArchRule PACKAGES_ARE_FEATURES = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..",
                    "..utils..",
                    "..common..",
                    "..helper..",
                    "..helpers..",
                    "..manager..",
                    "..impl..",
                    "..dto..",
                    "..exception..",
                    "..exceptions..")
            .because("a package is something one can explain to a clerk");

    private HouseRules() {}

    /** One test per rule over the classes below a root package, such as {@code org.tongban.catalog}. */
    public static Stream<DynamicTest> in(String root) {
        JavaClasses room = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        return Stream.of(
                        FEATURES_FREE_OF_CIRCLES,
                        knowsNoOtherRoomThanThePlatform(root),
                        TIME_COMES_FROM_THE_CLOCK_BEAN,
                        EVENTS_ARE_RECORDS,
                        THE_HEART_KNOWS_NO_MACHINERY,
                        NO_FIELD_INJECTION,
                        PACKAGES_ARE_FEATURES)
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(room)));
    }

    /** Services know the platform and themselves; the platform knows no service. */
    public static ArchRule knowsNoOtherRoomThanThePlatform(String root) {
        return classes()
                .should()
                .onlyDependOnClassesThat(
                        resideOutsideOfPackage("org.tongban..").or(resideInAnyPackage(root + "..", PLATFORM + "..")))
                .because("services hear of each other by events and published APIs, and the platform serves them all");
    }
}
