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
        Crowd crowd = new Crowd(TASKS, 100, 200);

        assertThat(bytes(crowd) / TASKS).isLessThanOrEqualTo(LIMIT);
    }

    @Test
    void spendsNoMoreOnceEachWasLabelledTwice() {
        Crowd crowd = new Crowd(TASKS, 100, 200);
        for (int labels = 0; labels < 2 * TASKS; ) {
            String worker = crowd.nextWorker();
            List<Pick> picks = crowd.take(worker, 10);
            crowd.lease(worker, picks);
            crowd.answer(worker, picks);
            labels += picks.size();
        }

        assertThat(bytes(crowd) / crowd.dispatch.open()).isLessThanOrEqualTo(LIMIT);
    }

    private static long bytes(Crowd crowd) {
        return GraphLayout.parseInstance(crowd.dispatch).totalSize();
    }
}
