package org.tongban.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;

@AnalyzeClasses(packages = "org.tongban", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule FEATURES_ARE_FREE_OF_CIRCLES = slices().matching("org.tongban.gateway.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a filter that can be read alone can be trusted alone");

    @ArchTest
    static final ArchRule NOTHING_OF_OURS_IS_IMPORTED = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.tongban.platform..")
            .because("the gateway is no trust boundary and knows no case");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK =
            noClasses().should().callMethod(Instant.class, "now").because("tests hold the clock");

    @ArchTest
    static final ArchRule NO_FIELD_IS_INJECTED =
            noFields().should().beAnnotatedWith(Autowired.class).because("a constructor shows what a class needs");
}
