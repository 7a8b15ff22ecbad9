package io.assay.review;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.assay.review", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {
    private static final String ADAPTERS =
            ".*(Application|Configuration|Properties|Controller|Functions|Problems|Body)(\\$.*)?"
                    + "|.*\\.Mongo[^.]*";

    @ArchTest
    static final ArchRule rulesKnowNoFramework =
            noClasses()
                    .that()
                    .haveNameNotMatching(ADAPTERS)
                    // generated beside the sources when the application is compiled ahead of time
                    .and()
                    .haveNameNotMatching(".*__.*")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "com.mongodb..",
                            "org.bson..",
                            "tools.jackson..",
                            "jakarta..");

    @ArchTest
    static final ArchRule featuresAreAcyclic =
            slices().matching("io.assay.review.(*)..").should().beFreeOfCycles();
}
