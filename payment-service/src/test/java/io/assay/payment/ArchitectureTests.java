package io.assay.payment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.assay.web.ServiceRules;

@AnalyzeClasses(packages = "io.assay.payment", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest static final ArchTests SERVICE_RULES = ArchTests.in(ServiceRules.class);

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
