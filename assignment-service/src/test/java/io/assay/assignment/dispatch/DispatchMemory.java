package io.assay.assignment.dispatch;

import java.util.List;
import java.util.Locale;

/** Measures by the heap in use what an open task costs, all told. */
final class DispatchMemory {

    private DispatchMemory() {}

    static String report(int tasks, int projects, int workers) {
        long before = used();
        SimulatedWorkers simulated = new SimulatedWorkers(tasks, projects, workers);
        long open = used() - before;
        int labels = 0;
        for (; labels < tasks; ) {
            String worker = simulated.nextWorker();
            List<Pick> picks = simulated.take(worker, 10);
            simulated.lease(worker, picks);
            simulated.answer(worker, picks);
            labels += picks.size();
        }
        long labelled = used() - before;
        return String.format(
                Locale.ROOT,
                "%,d tasks of %d projects, %d workers: %.0f bytes per open task;"
                        + " %.0f after %,d labels, with %,d still open",
                tasks,
                projects,
                workers,
                open / (double) tasks,
                labelled / (double) simulated.dispatch.open(),
                labels,
                simulated.dispatch.open());
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
