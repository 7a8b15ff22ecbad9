package io.assay.assignment.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jol.info.GraphLayout;

/** Walks all objects that dispatch is made of. */
class DispatchMemoryTests {

    private static final int TASKS = 50_000;
    private static final int LIMIT = 200;

    static {
        // else it cannot look into records
        System.setProperty("jol.magicFieldOffset", "true");
    }

    @Test
    void spendsAtMostTwoHundredBytesOnAnOpenTask() {
        SimulatedWorkers workers = new SimulatedWorkers(TASKS, 100, 200);

        assertThat(bytes(workers) / TASKS).isLessThanOrEqualTo(LIMIT);
    }

    @Test
    void spendsNoMoreOnceEachWasLabelledTwice() {
        SimulatedWorkers workers = new SimulatedWorkers(TASKS, 100, 200);
        for (int labels = 0; labels < 2 * TASKS; ) {
            String worker = workers.nextWorker();
            List<Pick> picks = workers.take(worker, 10);
            workers.lease(worker, picks);
            workers.answer(worker, picks);
            labels += picks.size();
        }

        assertThat(bytes(workers) / workers.dispatch.open()).isLessThanOrEqualTo(LIMIT);
    }

    private static long bytes(SimulatedWorkers workers) {
        return GraphLayout.parseInstance(workers.dispatch).totalSize();
    }
}
