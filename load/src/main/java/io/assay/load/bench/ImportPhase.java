package io.assay.load.bench;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** Rows to tasks that can be leased. */
record ImportPhase(BenchEnvironment site) {

    /**
     * What one import showed.
     *
     * @param told seconds until the requester sees that all rows are judged
     * @param ready seconds until all services have consumed all tasks
     * @param processor seconds by process
     * @param cargo what it wrote
     */
    record Round(
            BenchProject project,
            double told,
            double ready,
            Map<String, Double> processor,
            WrittenData cargo) {

        double rowsPerSecond() {
            return project.tasks() / told;
        }
    }

    /** Imports so many rows in one request into a project of its own. */
    Round round(String name, int rows) throws IOException, InterruptedException, TimeoutException {
        BenchProject project =
                BenchProject.create(
                        site.staff(), name, rows, BenchProject.LABELS_PER_TASK, LatencyPhase.BATCH);
        site.settle();
        try (Engines engines = site.engines()) {
            StoreContents before = engines.stock();
            site.startProfile();
            Usage start = Usage.now(site.pids());
            BenchProject.Imported imported = project.fill();
            long ready = site.settle();
            Usage end = Usage.now(site.pids());
            site.stopProfile(name);
            return new Round(
                    project,
                    imported.seconds(),
                    (ready - start.nanos()) / 1e9,
                    end.secondsSince(start),
                    engines.cargo(before, engines.stock(), Map.of()));
        }
    }
}
