package io.assay.system;

import java.util.Collections;
import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.Order;

/**
 * All tests here share one platform. The demo comes first: it wants no dead letters. Chaos comes
 * second, and leaves some. What has the same {@link Order} comes in an order drawn by the seed.
 */
final class DemoFirst implements ClassOrderer {

    private static final String SEED = "junit.jupiter.execution.order.random.seed";

    @Override
    public void orderClasses(ClassOrdererContext context) {
        long seed = context.getConfigurationParameter(SEED).map(Long::valueOf).orElse(1L);
        Collections.shuffle(context.getClassDescriptors(), new java.util.Random(seed));
        context.getClassDescriptors().sort(Comparator.comparingInt(DemoFirst::order));
    }

    private static int order(ClassDescriptor descriptor) {
        return descriptor.findAnnotation(Order.class).map(Order::value).orElse(Order.DEFAULT);
    }
}
