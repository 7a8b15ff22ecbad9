package io.assay.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The gateway is adapters for the most part; what decides is kept apart from them. */
@AnalyzeClasses(packages = "io.assay.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String DECIDES =
            ".*\\.(Cursor|Entitlement|Occurrences|ResultReader|ResultRecord|ResultStream"
                    + "|StreamFormat|Readership|Account|AccountRules|MachineClient|Subject|Role"
                    + "|Owner|TokenRoles|CursorText|Pace|Addresses|KeyRing)(\\$.*)?";

    @ArchTest
    static final ArchRule whatDecidesKnowsNoFramework =
            noClasses()
                    .that()
                    .haveNameMatching(DECIDES)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "com.mongodb..",
                            "org.bson..",
                            "tools.jackson..",
                            "org.apache.kafka..",
                            "jakarta..");

    @ArchTest
    static final ArchRule onlyStoresTouchMongo =
            classes()
                    .that()
                    .haveSimpleNameNotStartingWith("Mongo")
                    .and()
                    .haveNameNotMatching(".*__.*")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideOutsideOfPackages(
                            "org.bson..", "com.mongodb..", "org.springframework.data.mongodb..");

    @ArchTest
    static final ArchRule featuresAreAcyclic =
            slices().matching("io.assay.gateway.(*)..").should().beFreeOfCycles();
}
