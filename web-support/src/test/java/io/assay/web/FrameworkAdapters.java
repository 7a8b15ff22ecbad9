package io.assay.web;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.Lifecycle;
import org.springframework.stereotype.Component;

/**
 * The classes that may depend on frameworks: those that Spring finds by an annotation or calls as a
 * lifecycle, and those that turn a refusal into a response, with what is nested in them. Of the
 * others only stores, {@code Mongo…}.
 */
public final class FrameworkAdapters extends DescribedPredicate<JavaClass> {

    private FrameworkAdapters() {
        super("framework adapters");
    }

    public static DescribedPredicate<JavaClass> frameworkAdapters() {
        return new FrameworkAdapters();
    }

    @Override
    public boolean test(JavaClass type) {
        return type.getEnclosingClass().map(this::test).orElseGet(() -> isAdapter(type));
    }

    private static boolean isAdapter(JavaClass type) {
        String name = type.getSimpleName();
        return type.isMetaAnnotatedWith(Component.class)
                || type.isAnnotatedWith(ConfigurationProperties.class)
                || type.isAssignableTo(Lifecycle.class)
                || name.startsWith("Mongo")
                || turnsRefusalsIntoResponses(type)
                || isGenerated(name);
    }

    private static boolean turnsRefusalsIntoResponses(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(to -> to.getTargetClass().isEquivalentTo(Problem.class));
    }

    /** Ahead of time, by Spring. */
    private static boolean isGenerated(String name) {
        return name.contains("__");
    }
}
