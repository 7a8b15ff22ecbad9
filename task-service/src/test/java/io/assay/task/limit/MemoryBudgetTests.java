package io.assay.task.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MemoryBudgetTests {

    private static final long MIB = 1 << 20;

    @Test
    void neverGivesMoreThanThereIs() throws Exception {
        MemoryBudget budget = new MemoryBudget(10 * MIB);
        AtomicLong inUse = new AtomicLong();
        AtomicLong most = new AtomicLong();
        List<Future<?>> works = new ArrayList<>();

        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 400; i++) {
                long bytes = (1 + i % 7) * MIB;
                works.add(
                        threads.submit(
                                () -> {
                                    budget.within(
                                            bytes,
                                            () -> {
                                                most.accumulateAndGet(
                                                        inUse.addAndGet(bytes), Math::max);
                                                Thread.yield();
                                                inUse.addAndGet(-bytes);
                                            });
                                    return null;
                                }));
            }
        }

        for (Future<?> work : works) {
            work.get();
        }
        assertThat(most.get()).isBetween(7 * MIB, 10 * MIB);
    }

    @Test
    void refusesWhoseTurnDoesNotCome() throws IOException {
        MemoryBudget budget = new MemoryBudget(10 * MIB, Duration.ZERO);

        budget.within(
                8 * MIB,
                () ->
                        assertThatThrownBy(() -> budget.within(3 * MIB, () -> {}))
                                .isInstanceOf(MemoryUnavailable.class));

        budget.within(3 * MIB, () -> {});
    }

    @Test
    void givesBackWhatAFailureHeld() throws IOException {
        MemoryBudget budget = new MemoryBudget(10 * MIB, Duration.ZERO);

        assertThatThrownBy(
                        () ->
                                budget.within(
                                        10 * MIB,
                                        () -> {
                                            throw new IOException("broken");
                                        }))
                .hasMessage("broken");

        budget.within(10 * MIB, () -> {});
    }

    @Test
    void whatWouldNeverFitHasAllOfItForItself() throws IOException {
        MemoryBudget budget = new MemoryBudget(10 * MIB, Duration.ZERO);

        budget.within(
                Long.MAX_VALUE / 2,
                () ->
                        assertThatThrownBy(() -> budget.within(1, () -> {}))
                                .isInstanceOf(MemoryUnavailable.class));
    }
}
