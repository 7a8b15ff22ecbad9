package io.assay.assignment.dispatch;

import io.assay.assignment.dispatch.KnownAssignment.Status;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** A full {@link Dispatch} and workers who request, to measure with. */
final class SimulatedWorkers {

    private static final int PARTITIONS = 12;
    private static final int OVERLAP = 3;
    private static final double GOLD_RATE = 0.05;
    private static final int CAP = 100;

    final Dispatch dispatch = new Dispatch();
    private final RandomGenerator draws = new BlockRandom(new SecureRandom());
    private final Random ids = new Random(1);
    private final List<String> workers = new ArrayList<>();
    private final int projects;
    private Instant now = Tasks.NOW;
    private int turn;
    private int opened;

    SimulatedWorkers(int tasks, int projects, int workers) {
        this.projects = projects;
        dispatch.adopt(java.util.stream.IntStream.range(0, PARTITIONS).boxed().toList());
        for (int i = 0; i < projects; i++) {
            dispatch.want("project-" + i, OVERLAP);
        }
        for (int i = 0; i < workers; i++) {
            this.workers.add("worker-" + i);
        }
        for (int i = 0; i < tasks; i++) {
            openOne();
        }
    }

    /** One in twenty is gold; a few want a higher tier or have priority. */
    void openOne() {
        int number = opened++;
        dispatch.open(
                new OpenTask(
                        HexFormat.of().toHexDigits(ids.nextLong())
                                + HexFormat.of().toHexDigits(ids.nextLong()),
                        "project-" + number % projects,
                        number % PARTITIONS,
                        number / projects % 20 == 0,
                        number % 50 == 0 ? 2 : 1,
                        number % 30 == 0 ? 5 : 0,
                        0,
                        now,
                        List.of()));
    }

    String nextWorker() {
        turn = (turn + 1) % workers.size();
        return workers.get(turn);
    }

    /** A batch of whatever project is in turn, for the next worker. */
    List<Pick> take(String worker, int batch) {
        now = now.plusMillis(1);
        Function<String, Optional<LeaseAllowance>> allowances =
                id -> Optional.of(new LeaseAllowance(id, 2, batch, CAP, GOLD_RATE, 1));
        return dispatch.take(new WorkRequest(worker, CAP, now), allowances, draws);
    }

    void lease(String worker, List<Pick> picks) {
        Instant expiresAt = now.plusSeconds(3_600);
        picks.forEach(pick -> dispatch.leased(pick.taskId(), worker, expiresAt));
    }

    void answer(String worker, List<Pick> picks) {
        for (Pick pick : picks) {
            dispatch.apply(
                    new KnownAssignment(
                            pick.taskId(),
                            pick.projectId(),
                            pick.partition(),
                            worker,
                            Status.ANSWERED,
                            now));
        }
    }

    /** As many new ones as there were results, so that what is open stays as much. */
    void replace(List<Pick> picks) {
        for (Pick pick : picks) {
            dispatch.close(pick.taskId());
            openOne();
        }
    }

    void putBack(String worker, List<Pick> picks) {
        picks.forEach(pick -> dispatch.undo(pick.taskId(), worker));
    }

    /** Until the worker has had so many of the tasks that are still open. */
    void letAnswer(String worker, int tasks) {
        for (int had = 0; had < tasks; ) {
            List<Pick> picks = take(worker, 100);
            answer(worker, picks);
            had += picks.size();
        }
    }
}
