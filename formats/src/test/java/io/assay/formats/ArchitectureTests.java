package io.assay.formats;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.assay.formats", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule dependsOnTheContractJacksonAndFastCsvOnly =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "io.assay.events..",
                            "io.assay.formats..",
                            "java..",
                            "javax.xml.stream..",
                            "tools.jackson..",
                            "de.siegmar.fastcsv..",
                            "com.fasterxml.jackson.annotation..",
                            "org.jspecify.annotations");

    @ArchTest
    static final ArchRule formatsKnowNothingOfEachOther =
            slices().matching("io.assay.formats.(*)..").should().beFreeOfCycles();
}
