package io.assay.assignment.qualification;

import io.assay.assignment.assignment.GiveTrial;
import io.assay.assignment.dispatch.Dispatch;
import io.assay.assignment.project.Project;
import io.assay.assignment.worker.ChangeWorkers;
import io.assay.assignment.worker.Worker;
import io.assay.events.QualificationRule;
import io.assay.events.Trial;
import io.assay.messaging.StaleVersion;
import io.assay.messaging.Versioned;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Begins tutorials and tests and ends them. What is begun is written first, then its questions are
 * given; what is ended is written first, then the worker is qualified. After a crash between the
 * two the next request or verdict does the second.
 */
final class Qualify {

    /** Someone who may be tested, and where. */
    record Candidate(String workerId, Worker worker, Project project) {

        QualificationRule rule() {
            return Objects.requireNonNull(project.qualification());
        }
    }

    private final MongoQualifications qualifications;
    private final GiveTrial trials;
    private final ChangeWorkers workers;
    private final Dispatch dispatch;
    private final Clock clock;

    Qualify(
            MongoQualifications qualifications,
            GiveTrial trials,
            ChangeWorkers workers,
            Dispatch dispatch,
            Clock clock) {
        this.qualifications = qualifications;
        this.trials = trials;
        this.workers = workers;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    /** The attempt now under way, with its questions given; or why there is none. */
    TrialDecision begin(Candidate candidate, Trial trial) {
        return StaleVersion.retry(() -> begun(candidate, trial));
    }

    private TrialDecision begun(Candidate candidate, Trial trial) {
        settled(candidate.workerId(), candidate.project());
        Optional<Versioned<Qualification>> read = read(candidate);
        Qualification taken = state(read);
        TrialDecision step = QualificationDecider.begin(taken, trial, context(candidate));
        if (step instanceof TrialDecision.Begin(int count)) {
            step = chosen(candidate, trial, count);
        }
        if (step instanceof TrialDecision.Continue(Attempt attempt)) {
            if (taken.open() == null) {
                put(candidate, read, taken.with(attempt));
            }
            give(candidate, attempt);
        }
        return step;
    }

    /** Hands the questions out, as far as that is not done yet. */
    private void give(Candidate candidate, Attempt attempt) {
        trials.give(
                candidate.workerId(),
                candidate.worker(),
                candidate.project(),
                new GiveTrial.Asked(
                        attempt.trial(), attempt.guidelineVersion(), attempt.questions()),
                attempt.startedAt());
    }

    private TrialDecision chosen(Candidate candidate, Trial trial, int count) {
        List<String> unseen = trials.unseen(candidate.project().id(), candidate.workerId());
        int needed = needed(candidate, trial, count);
        if (unseen.size() < needed) {
            return new TrialDecision.TooFewQuestions(unseen.size(), needed);
        }
        int version = candidate.worker().acknowledgedVersion(candidate.project().id());
        return new TrialDecision.Continue(
                new Attempt(trial, version, unseen.subList(0, count), clock.instant(), null));
    }

    /** No tutorial after which there is no test. */
    private static int needed(Candidate candidate, Trial trial, int count) {
        return switch (trial) {
            case TUTORIAL -> count + candidate.rule().questions();
            case TEST -> count;
        };
    }

    /** What the worker has done so far, with what is over ended. */
    Qualification settled(String workerId, Project project) {
        QualificationRule rule = project.qualification();
        if (rule == null) {
            return Qualification.NONE;
        }
        Qualification taken = ended(workerId, project, rule);
        if (taken.passedUnder() > 0) {
            workers.qualify(workerId, project.id(), taken.passedUnder());
        }
        return taken;
    }

    private Qualification ended(String workerId, Project project, QualificationRule rule) {
        return changed(
                workerId,
                project,
                taken -> {
                    Attempt open = taken.open();
                    return open == null
                            ? taken
                            : QualificationDecider.settle(
                                    taken, trials.states(workerId, open.questions()), rule);
                });
    }

    /** A verdict of theirs was corrected: a worker who passes after all is qualified. */
    void recount(String workerId, Project project) {
        QualificationRule rule = project.qualification();
        if (rule != null) {
            changed(workerId, project, taken -> recounted(workerId, taken, rule));
            settled(workerId, project);
        }
    }

    private Qualification recounted(String workerId, Qualification taken, QualificationRule rule) {
        List<String> asked =
                taken.attempts().stream().flatMap(attempt -> attempt.questions().stream()).toList();
        return QualificationDecider.recount(taken, trials.states(workerId, asked), rule);
    }

    private Qualification changed(
            String workerId, Project project, UnaryOperator<Qualification> by) {
        return StaleVersion.retry(
                () -> {
                    Optional<Versioned<Qualification>> read =
                            qualifications.find(project.id(), workerId);
                    Qualification taken = state(read);
                    Qualification next = by.apply(taken);
                    if (!next.equals(taken)) {
                        qualifications.put(project.id(), workerId, read, next);
                    }
                    return next;
                });
    }

    TrialContext context(Candidate candidate) {
        return new TrialContext(
                candidate.rule(),
                candidate.project().testedSince(),
                work(candidate.worker(), candidate.workerId(), candidate.project()),
                clock.instant());
    }

    /** Tasks for those who pass, in this instance's share, about. */
    int work(Worker worker, String workerId, Project project) {
        return project.leasable()
                ? dispatch.ready(project.id(), project.tierOncePassed(worker), workerId)
                : 0;
    }

    private Optional<Versioned<Qualification>> read(Candidate candidate) {
        return qualifications.find(candidate.project().id(), candidate.workerId());
    }

    private void put(
            Candidate candidate, Optional<Versioned<Qualification>> read, Qualification next) {
        qualifications.put(candidate.project().id(), candidate.workerId(), read, next);
    }

    private static Qualification state(Optional<Versioned<Qualification>> read) {
        return read.map(Versioned::state).orElse(Qualification.NONE);
    }
}
