package io.assay.payment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.assay.web.FrameworkAdapters.frameworkAdapters;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.assay.payment", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule onlyAdaptersTouchFrameworks =
            noClasses()
                    .that(DescribedPredicate.not(frameworkAdapters()))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "com.mongodb..",
                            "org.bson..",
                            "tools.jackson..");

    @ArchTest
    static final ArchRule featuresAreAcyclic =
            slices().matching("io.assay.payment.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theLedgerIsPure =
            noClasses()
                    .that()
                    .resideInAPackage("io.assay.payment.ledger..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.assay.messaging..", "io.assay.web..", "io.micrometer..");
}
