package io.assay.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.messaging.OutboxQueue.Waiting;
import io.assay.messaging.OutboxQueue.Work;
import java.time.Duration;
import java.util.List;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;

class OutboxQueueTests {

    private static final int LARGE = 1_000_000;

    private final OutboxQueue queue = new OutboxQueue();

    private static Work large(int number) {
        Outbox.Entry entry =
                new Outbox.Entry(
                        "t" + number + ":1",
                        1,
                        "assay.TaskCreated",
                        "t",
                        null,
                        new Binary(new byte[LARGE]),
                        Samples.NOON);
        Waiting waiting = new Waiting("things", "t" + number, 1, new Outbox(1, List.of(entry)));
        return new Work("things", "", List.of(waiting));
    }

    @Test
    void leavesToTheScanWhatIsTooMuchForMemory() throws InterruptedException {
        for (int i = 0; i < 60; i++) {
            queue.offer(large(i));
        }

        long most = OutboxQueue.MAX_BYTES / LARGE + 1;
        assertThat(queue.size()).isLessThanOrEqualTo((int) most).isGreaterThan(40);
        assertThat(queue.holds("things", "t0")).isTrue();
        assertThat(queue.holds("things", "t59")).isFalse();
        assertThat(queue.isHalfFull()).isTrue();

        queue.take(100, Duration.ZERO).forEach(queue::over);

        assertThat(queue.isHalfFull()).isFalse();
        queue.offer(large(59));
        assertThat(queue.holds("things", "t59")).isTrue();
    }

    /** What does not fit is left to the scan, which finds it in the store. */
    @Test
    void holdsABoundedNumber() throws InterruptedException {
        for (int i = 0; i < 60_000; i++) {
            queue.offer(work(i));
        }

        assertThat(queue.size()).isEqualTo(50_000);
        assertThat(queue.holds("things", "49999")).isTrue();
        assertThat(queue.holds("things", "50000")).isFalse();
        List<Work> taken = queue.take(10, Duration.ZERO);
        taken.forEach(queue::over);
        queue.offer(work(50_000));
        assertThat(queue.holds("things", "50000")).isTrue();
    }

    private static Work work(int id) {
        return new Work(
                "things",
                "",
                List.of(new Waiting("things", Integer.toString(id), 1, Outbox.EMPTY)));
    }
}
