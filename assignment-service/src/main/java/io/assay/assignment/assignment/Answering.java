package io.assay.assignment.assignment;

import io.assay.assignment.assignment.Decision.Decided;
import io.assay.assignment.assignment.Decision.Refused;
import io.assay.assignment.assignment.Decision.Repeated;
import io.assay.assignment.dispatch.Dispatch;
import io.assay.assignment.project.Project;
import io.assay.assignment.project.Projects;
import io.assay.events.Answer;
import io.assay.events.AnswerRules;
import io.assay.events.FlagReason;
import io.assay.events.Media;
import io.assay.events.ReturnReason;
import io.assay.messaging.StaleVersion;
import io.assay.messaging.Versioned;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Takes what workers do with what they hold. A suspended worker, or one of a paused project, may
 * finish it: a lease taken is a promise.
 */
final class Answering {

    private final MongoAssignments assignments;
    private final Projects projects;
    private final Dispatch dispatch;
    private final AssignmentMetrics metrics;
    private final Clock clock;

    Answering(
            MongoAssignments assignments,
            Projects projects,
            Dispatch dispatch,
            AssignmentMetrics metrics,
            Clock clock) {
        this.assignments = assignments;
        this.projects = projects;
        this.dispatch = dispatch;
        this.metrics = metrics;
        this.clock = clock;
    }

    Decision label(String workerId, String assignmentId, Answer answer) {
        return decide(
                workerId,
                assignmentId,
                (assignment, now) -> {
                    List<String> problems = problems(assignment.lease(), answer);
                    return problems.isEmpty()
                            ? AssignmentDecider.answer(assignment, new Work.Label(answer), now)
                            : new Refused(new Refusal.Invalid(problems));
                });
    }

    Decision flag(
            String workerId, String assignmentId, FlagReason reason, @Nullable String comment) {
        Work flag = new Work.Flag(reason, comment);
        return decide(
                workerId,
                assignmentId,
                (assignment, now) -> AssignmentDecider.answer(assignment, flag, now));
    }

    Decision giveBack(String workerId, String assignmentId, ReturnReason reason) {
        return decide(
                workerId,
                assignmentId,
                (assignment, now) -> AssignmentDecider.giveBack(assignment, reason, now));
    }

    private Decision decide(
            String workerId,
            String assignmentId,
            BiFunction<Assignment, Instant, Decision> decider) {
        while (true) {
            Optional<Versioned<Assignment>> read = assignments.find(assignmentId);
            if (read.isEmpty() || !read.get().state().lease().workerId().equals(workerId)) {
                return new Refused(new Refusal.NotFound());
            }
            Decision decision = decider.apply(read.get().state(), now());
            try {
                return keep(read.get(), decision);
            } catch (StaleVersion e) {
                // changed meanwhile: decide anew
            }
        }
    }

    private Decision keep(Versioned<Assignment> read, Decision decision) {
        switch (decision) {
            case Decided decided -> {
                assignments.update(read, decided);
                // the owner of the partition hears of it by event; if that is us, it knows now
                dispatch.apply(Hads.of(decided.next()));
                metrics.moved(decided.next());
            }
            case Repeated _, Refused _ -> {}
        }
        return decision;
    }

    private List<String> problems(Lease lease, Answer answer) {
        Media media = lease.media();
        return projects.find(lease.projectId())
                .map(Project::facts)
                .map(p -> AnswerRules.problems(answer, p.ontology(), media.width(), media.height()))
                .orElseThrow();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
