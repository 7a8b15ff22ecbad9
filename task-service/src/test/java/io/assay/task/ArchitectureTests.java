package io.assay.task;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.assay.task", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String ADAPTERS =
            ".*\\.(\\w*(Application|Configuration|Properties|Controller|Functions|Problems|Json)|Mongo\\w*)(\\$.*)?"
                    + "|.*__.*";

    @ArchTest
    static final ArchRule domainKnowsNoFramework =
            noClasses()
                    .that()
                    .haveNameNotMatching(ADAPTERS)
                    .and()
                    .resideOutsideOfPackage("io.assay.task.picture.fetch..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "com.mongodb..",
                            "org.bson..",
                            "tools.jackson..");

    @ArchTest
    static final ArchRule onlyBlobsKnowTheirStore =
            noClasses()
                    .that()
                    .haveSimpleNameNotStartingWith("S3")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("software.amazon.awssdk..");

    @ArchTest
    static final ArchRule featuresAreAcyclic =
            slices().matching("io.assay.task.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule adaptersStayInside =
            classes()
                    .that()
                    .haveSimpleNameEndingWith("Controller")
                    .or()
                    .haveSimpleNameEndingWith("Configuration")
                    .should()
                    .bePackagePrivate();
}
