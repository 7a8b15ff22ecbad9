package io.assay.cli.replay;

import io.assay.cli.client.Json;
import io.assay.cli.client.Pause;
import io.assay.cli.client.Work;
import io.assay.cli.people.LoadWorker;
import io.assay.cli.people.LoadWorker.Answered;
import io.assay.cli.people.LoadWorker.Held;
import io.assay.cli.people.LoadWorker.Leased;
import io.assay.events.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * One account that says what one recorded worker said.
 *
 * @param labels what is to be said, by task
 * @param acknowledged where the assignments go whose label was taken
 * @param unexpected where goes what should not happen
 * @param over whether no label is wanted any more
 */
record ReplayWorker(
        LoadWorker worker,
        String projectId,
        Map<String, String> labels,
        Set<String> acknowledged,
        Queue<String> unexpected,
        BooleanSupplier over) {

    private static final int BATCH = 50;
    private static final Duration AFTER_NOTHING = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(6);
    private static final Duration AFTER_TOO_MUCH = Duration.ofSeconds(1);

    /** Until everything is said or enough is, or the thread is interrupted. */
    void work() {
        Map<String, String> left = new HashMap<>(labels);
        try {
            Duration pause = AFTER_NOTHING;
            while (!left.isEmpty() && !over.getAsBoolean()) {
                if (label(left)) {
                    pause = AFTER_NOTHING;
                } else if (!left.isEmpty()) {
                    Pause.of(pause);
                    pause = longer(pause);
                }
            }
        } catch (CancellationException stopped) {
            // interrupted: what is missing shows in the count
        } catch (IOException e) {
            unexpected.add(worker.id() + ": " + e);
        }
    }

    /** Hundreds who find nothing and ask twice a second would be all that the platform does. */
    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
    }

    /** Says what is asked for now; whether anything was. */
    private boolean label(Map<String, String> left) throws IOException {
        Leased leased = worker.lease(projectId, BATCH);
        if (!passed(leased.answered())) {
            Pause.of(AFTER_TOO_MUCH);
        }
        for (Held held : leased.assignments()) {
            Optional<String> said = Optional.ofNullable(left.remove(held.taskId()));
            if (said.isPresent()) {
                say(held, said.get());
            } else {
                unexpected.add(worker.id() + " was given a task of others: " + held.taskId());
            }
        }
        return !leased.assignments().isEmpty();
    }

    private void say(Held held, String label) throws IOException {
        byte[] body = Json.bytes(new Work.Labelling(new Answer.Category(label)));
        Answered answered = worker.label(held.assignmentId(), body);
        while (!passed(answered)) {
            Pause.of(AFTER_TOO_MUCH);
            answered = worker.label(held.assignmentId(), body);
        }
        if (answered.isSuccess()) {
            acknowledged.add(held.assignmentId());
        } else {
            unexpected.add(worker.id() + ": " + answered.status() + " " + answered.problem());
        }
    }

    /** Whether another try would not end otherwise. */
    private static boolean passed(Answered answered) {
        return answered.status() != 429 && answered.status() < 500;
    }
}
