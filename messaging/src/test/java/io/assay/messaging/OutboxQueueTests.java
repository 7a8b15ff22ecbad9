package io.assay.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxQueueTests {

    /** What does not fit is left to the scan, which finds it in the store. */
    @Test
    void holdsABoundedNumber() throws InterruptedException {
        OutboxQueue queue = new OutboxQueue();

        for (int i = 0; i < 60_000; i++) {
            queue.offer(work(i));
        }

        assertThat(queue.size()).isEqualTo(50_000);
        assertThat(queue.holds("things", "49999")).isTrue();
        assertThat(queue.holds("things", "50000")).isFalse();
        List<OutboxQueue.Work> taken = queue.take(10, Duration.ZERO);
        taken.forEach(queue::over);
        queue.offer(work(50_000));
        assertThat(queue.holds("things", "50000")).isTrue();
    }

    private static OutboxQueue.Work work(int id) {
        return new OutboxQueue.Work(
                "things",
                "",
                List.of(new OutboxQueue.Waiting("things", Integer.toString(id), 1, Outbox.EMPTY)));
    }
}
