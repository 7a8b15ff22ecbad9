package io.assay.truth;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.assay.truth", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule consensusIsPure =
            noClasses()
                    .that()
                    .resideInAnyPackage("..consensus..", "..shape..")
                    .should()
                    .dependOnClassesThat()
                    .resideOutsideOfPackages(
                            "java..",
                            "io.assay.events..",
                            "io.assay.truth.consensus..",
                            "io.assay.truth.shape..",
                            "org.locationtech.jts..",
                            "org.jspecify..");

    @ArchTest
    static final ArchRule inferenceIsNumbersOnly =
            noClasses()
                    .that()
                    .resideInAPackage("..inference..")
                    .should()
                    .dependOnClassesThat()
                    .resideOutsideOfPackages(
                            "java..",
                            "io.assay.truth.inference..",
                            "org.apache.commons.numbers..",
                            "org.jspecify..");

    @ArchTest
    static final ArchRule featuresAreAcyclic =
            slices().matching("io.assay.truth.(*)..").should().beFreeOfCycles();
}
