package io.assay.load.bench;

import io.assay.load.OwnStack;
import io.assay.local.Component;
import io.assay.local.LocalStack;
import io.assay.local.StackConfig;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The stack that is measured: that of a desk, but compiled well, and without limits per caller. */
final class BenchStack {

    /** Without the cache of the local run, which was made for the quick compiler alone. */
    private static final List<String> OPTIMISING =
            List.of("-XX:TieredStopAtLevel=4", "-XX:AOTMode=off");

    private static final String NO_LIMIT = "100000000";
    private static final List<String> LIMITS =
            List.of("PRINCIPAL", "ADDRESS", "SIGN_UP", "LOGIN", "TOKEN");

    private BenchStack() {}

    static LocalStack start(PrintStream out, BenchOptions options) {
        return OwnStack.start(out, "bench", isolated -> config(isolated, options));
    }

    private static StackConfig config(StackConfig isolated, BenchOptions options) {
        StackConfig config = isolated;
        for (Component component : Component.values()) {
            config = config.withJvmOptions(component, jvmOptions(component, options));
        }
        for (String limit : LIMITS) {
            String name = "ASSAY_GATEWAY_LIMITS_" + limit;
            config =
                    config.withEnvironment(Component.GATEWAY, name + "_BURST", NO_LIMIT)
                            .withEnvironment(Component.GATEWAY, name + "_PER_MINUTE", NO_LIMIT);
        }
        return config;
    }

    private static List<String> jvmOptions(Component component, BenchOptions options) {
        List<String> all = new ArrayList<>(OPTIMISING);
        if (component == Component.DOCUMENTS) {
            // it holds all documents of all services
            all.add("-Xmx" + documentsHeap(options));
            all.add("-XX:-UseSerialGC");
            all.add("-XX:+UseG1GC");
        } else {
            all.add("-Xmx512m");
        }
        return List.copyOf(all);
    }

    private static String documentsHeap(BenchOptions options) {
        return options.quick() ? "3g" : "10g";
    }
}
