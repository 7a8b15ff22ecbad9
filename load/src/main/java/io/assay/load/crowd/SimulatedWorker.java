package io.assay.load.crowd;

import io.assay.cli.client.Http;
import io.assay.cli.client.Pause;
import io.assay.cli.client.ProblemException;
import io.assay.cli.client.Reply;
import io.assay.cli.client.Work;
import io.assay.cli.client.Work.Assignment;
import io.assay.cli.people.KnownAnswers;
import io.assay.events.Answer;
import io.assay.events.Ids;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** One worker's day: leases, looks, thinks, answers, until there is no more work. */
final class SimulatedWorker {

    private static final Duration IDLE = Duration.ofMillis(400);
    private static final int BATCH = 5;
    private static final double REPEAT_RATE = 0.02;

    private final String name;
    private final Work work;
    private final WorkerProfile profile;
    private final KnownAnswers truth;
    private final WorkLog log;
    private final Random random;
    private final Set<String> abandoned = new HashSet<>();

    SimulatedWorker(
            String name,
            Work work,
            WorkerProfile profile,
            KnownAnswers truth,
            WorkLog log,
            long seed) {
        this.name = name;
        this.work = work;
        this.profile = profile;
        this.truth = truth;
        this.log = log;
        this.random = new Random(seed);
    }

    /** Works until it is over, then releases what is left. */
    void run(String projectId, BooleanSupplier over) {
        while (!over.getAsBoolean()) {
            List<Assignment> batch = next(projectId);
            if (batch.isEmpty()) {
                Pause.of(IDLE);
            }
            batch.forEach(this::handle);
        }
        held().forEach(assignment -> send(assignment.assignmentId(), new Action.Release()));
    }

    private List<Assignment> next(String projectId) {
        try {
            List<Assignment> batch = work.lease(projectId, BATCH);
            log.handedOut(batch.size());
            return batch.isEmpty() ? held() : batch;
        } catch (ProblemException refused) {
            note("lease", refused.status(), refused.slug(), String.valueOf(refused.getMessage()));
            return held();
        } catch (Http.Unreachable unreachable) {
            log.refusals().refused("lease unreachable");
            return List.of();
        }
    }

    /** What an earlier lease left, whose answer was lost, less what is to run out. */
    private List<Assignment> held() {
        try {
            return work.held().stream()
                    .filter(assignment -> !abandoned.contains(assignment.assignmentId()))
                    .toList();
        } catch (ProblemException | Http.Unreachable failed) {
            log.refusals().refused("held " + failed.getClass().getSimpleName());
            return List.of();
        }
    }

    private void handle(Assignment assignment) {
        try {
            String shown = look(assignment);
            Pause.of(profile.thinkTime(random));
            Action act = profile.decide(shown, truth.classIds(), random);
            if (send(assignment.assignmentId(), act)
                    && act instanceof Action.Label label
                    && random.nextDouble() < REPEAT_RATE) {
                repeat(assignment.assignmentId(), label);
            }
        } catch (ProblemException refused) {
            note("look", refused.status(), refused.slug(), String.valueOf(refused.getMessage()));
        } catch (Http.Unreachable unreachable) {
            log.refusals().refused("unreachable");
        }
    }

    /** Fetches the picture and sees what it shows. Each lease has a link of its own. */
    private String look(Assignment assignment) {
        String sha256 = Ids.sha256Hex(work.look(assignment.media()));
        return truth.ofPicture(sha256)
                .orElseGet(
                        () -> {
                            log.refusals()
                                    .unexpected(name + " was shown a picture that nobody uploaded");
                            return truth.classIds().getFirst();
                        });
    }

    private boolean send(String assignmentId, Action act) {
        Reply reply;
        switch (act) {
            case Action.Label label -> reply = work.label(assignmentId, answer(label));
            case Action.Flag flag -> reply = work.flag(assignmentId, flag.reason(), "hard to say");
            case Action.Skip _ -> reply = work.skip(assignmentId);
            case Action.Release _ -> reply = work.release(assignmentId);
            case Action.Abandon _ -> {
                abandoned.add(assignmentId);
                return false;
            }
        }
        boolean acknowledged = log.acknowledged(assignmentId, act, reply);
        if (!acknowledged) {
            note(act.getClass().getSimpleName(), reply.status(), reply.slug(), reply.text());
        }
        return acknowledged;
    }

    /** The same answer again must be fine, another must be refused. */
    private void repeat(String assignmentId, Action.Label label) {
        log.repeated();
        Reply same = work.label(assignmentId, answer(label));
        if (!same.isSuccess()) {
            log.refusals().unexpected("the same label again: " + same.status() + " " + same.text());
        }
        String other =
                truth.classIds().stream()
                        .filter(id -> !id.equals(label.classId()))
                        .findFirst()
                        .orElseThrow();
        Reply different = work.label(assignmentId, new Answer.Category(other));
        if (different.status() != 409) {
            log.refusals()
                    .unexpected("another label: " + different.status() + " " + different.text());
        }
    }

    private static Answer answer(Action.Label label) {
        return new Answer.Category(label.classId());
    }

    /** Conflicts and outages are part of the day; what is neither is a surprise. */
    private void note(String what, int status, String slug, String text) {
        if (status == 409 || status == 410 || status == 429 || status >= 500) {
            log.refusals().refused(what + " " + status + " " + slug);
        } else {
            log.refusals().unexpected(name + ", " + what + ": " + status + " " + text);
        }
    }
}
