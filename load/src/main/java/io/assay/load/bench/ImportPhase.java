package io.assay.load.bench;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** Rows to tasks that can be leased. */
record ImportPhase(BenchEnvironment environment) {

    /**
     * What one import showed.
     *
     * @param judgedAfter seconds until the requester sees that all rows are judged
     * @param ready seconds until all services have consumed all tasks
     * @param processor seconds by process
     * @param written what it wrote
     */
    record Round(
            BenchProject project,
            double judgedAfter,
            double ready,
            Map<String, Double> processor,
            WrittenData written) {

        double rowsPerSecond() {
            return project.tasks() / judgedAfter;
        }
    }

    /** Imports so many rows in one request into a project of its own. */
    Round round(String name, int rows) throws IOException, InterruptedException, TimeoutException {
        BenchProject project =
                BenchProject.create(
                        environment.staff(),
                        name,
                        rows,
                        BenchProject.LABELS_PER_TASK,
                        LatencyPhase.BATCH);
        environment.settle();
        try (Engines engines = environment.engines()) {
            StoreContents before = engines.contents();
            environment.startProfile();
            Usage start = Usage.now(environment.pids());
            BenchProject.Imported imported = project.fill();
            long ready = environment.settle();
            Usage end = Usage.now(environment.pids());
            environment.stopProfile(name);
            return new Round(
                    project,
                    imported.seconds(),
                    (ready - start.nanos()) / 1e9,
                    end.secondsSince(start),
                    engines.written(before, engines.contents(), Map.of()));
        }
    }
}
