package io.assay.task;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongTo;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;

@AnalyzeClasses(packages = "io.assay.task", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    /** What Spring makes or binds; and by name what it does not: stores, problems, JSON. */
    private static final DescribedPredicate<JavaClass> ADAPTERS =
            belongTo(
                    DescribedPredicate.or(
                            metaAnnotatedWith(Component.class).forSubtype(),
                            annotatedWith(ConfigurationProperties.class).forSubtype(),
                            nameMatching(".*\\.(Mongo\\w*|\\w*(Problems|Json))|.*__.*")
                                    .forSubtype()));

    @ArchTest
    static final ArchRule domainKnowsNoFramework =
            noClasses()
                    .that(are(not(ADAPTERS)))
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
