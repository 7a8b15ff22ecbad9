package io.assay.assignment;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.assay.web.Problem;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;

@AnalyzeClasses(
        packages = "io.assay.assignment",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    /** What Spring makes beans of, what it binds, and what turns a refusal into a response. */
    private static final DescribedPredicate<JavaClass> ADAPTERS =
            DescribedPredicate.describe("adapters", ArchitectureTests::isAdapter);

    private static boolean isAdapter(JavaClass type) {
        return type.isAnnotatedWith(Component.class)
                || type.isMetaAnnotatedWith(Component.class)
                || type.isAnnotatedWith(ConfigurationProperties.class)
                || type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(to -> to.getTargetClass().isEquivalentTo(Problem.class))
                || type.getName().contains("__") // made ahead of time
                || type.getEnclosingClass().filter(ArchitectureTests::isAdapter).isPresent();
    }

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
                    .that(not(ADAPTERS))
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
