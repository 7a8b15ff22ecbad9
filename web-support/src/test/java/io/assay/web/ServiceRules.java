package io.assay.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.Lifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What holds for every service. */
public final class ServiceRules {

    @ArchTest
    static final ArchRule ONLY_ADAPTERS_TOUCH_FRAMEWORKS =
            noClasses()
                    .that(DescribedPredicate.describe("are no adapters", type -> !isAdapter(type)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "com.mongodb..",
                            "org.bson..",
                            "tools.jackson..",
                            "org.apache.kafka..",
                            "jakarta.servlet..");

    @ArchTest
    static final ArchRule FEATURES_ARE_ACYCLIC =
            slices().matching("io.assay.*.(*)..").should().beFreeOfCycles();

    private ServiceRules() {}

    /**
     * What Spring finds by an annotation, binds or calls as a lifecycle; what turns a refusal into
     * a response; what has a JSON mapper of its own; the addresses that may be fetched from; and
     * all that is nested in these.
     */
    private static boolean isAdapter(JavaClass type) {
        return type.getEnclosingClass()
                .map(ServiceRules::isAdapter)
                .orElseGet(
                        () ->
                                type.isMetaAnnotatedWith(Component.class)
                                        || type.isAnnotatedWith(ConfigurationProperties.class)
                                        || type.isAssignableTo(Lifecycle.class)
                                        || dependsOn(type, Problem.class)
                                        || hasMapper(type)
                                        || type.getPackageName().endsWith(".picture.fetch")
                                        || isGenerated(type));
    }

    private static boolean dependsOn(JavaClass type, Class<?> other) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(to -> to.getTargetClass().isEquivalentTo(other));
    }

    private static boolean hasMapper(JavaClass type) {
        return type.getFields().stream()
                .anyMatch(field -> field.getRawType().isEquivalentTo(JsonMapper.class));
    }

    /** Ahead of time, by Spring. */
    private static boolean isGenerated(JavaClass type) {
        return type.getName().contains("__") || type.getName().contains("$$");
    }
}
