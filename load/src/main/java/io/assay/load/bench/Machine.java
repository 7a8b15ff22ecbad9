package io.assay.load.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What all of it runs on. */
final class Machine {

    private Machine() {}

    static String description() {
        OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return "%d processors, %d GB, %s, Java %s"
                .formatted(
                        system.getAvailableProcessors(),
                        system.getTotalMemorySize() >> 30,
                        system.getName(),
                        Runtime.version());
    }
}
