package io.assay.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The contract drags nothing into who reads it. */
@AnalyzeClasses(packages = "io.assay.events", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule dependsOnTheJdkAndAnnotationsOnly =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "io.assay.events",
                            "java..",
                            "com.fasterxml.jackson.annotation",
                            "org.jspecify.annotations");

    @ArchTest
    static final ArchRule holdsValuesAndFunctionsOnly =
            classes()
                    .that()
                    .areNotInterfaces()
                    .should()
                    .beRecords()
                    .orShould()
                    .beEnums()
                    .orShould()
                    .haveOnlyPrivateConstructors();
}
