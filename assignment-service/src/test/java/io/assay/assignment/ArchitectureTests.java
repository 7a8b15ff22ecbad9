package io.assay.assignment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "io.assay.assignment",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String ADAPTERS =
            ".*\\.(\\w*(Application|Configuration|Properties|Controller|Functions|Problems)"
                    + "|Mongo\\w*)(\\$.*|__.*)?";

    @ArchTest
    static final ArchRule dispatchIsPlainJava =
            noClasses()
                    .that()
                    .resideInAPackage("..dispatch..")
                    .should()
                    .dependOnClassesThat()
                    .resideOutsideOfPackages(
                            "java..", "org.jspecify..", "io.assay.assignment.dispatch..");

    @ArchTest
    static final ArchRule onlyAdaptersTouchFrameworks =
            noClasses()
                    .that()
                    .haveNameNotMatching(ADAPTERS)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "com.mongodb..",
                            "org.bson..",
                            "tools.jackson..",
                            "org.apache.kafka..");

    @ArchTest
    static final ArchRule featuresAreAcyclic =
            slices().matching("io.assay.assignment.(*)..").should().beFreeOfCycles();
}
