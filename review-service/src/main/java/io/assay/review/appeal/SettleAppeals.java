package io.assay.review.appeal;

import io.assay.events.Answer;
import io.assay.messaging.StaleVersion;
import io.assay.messaging.Versioned;
import io.assay.review.gold.GoldVerdicts;
import io.assay.review.outcome.TaskOutcomes;
import io.assay.review.project.MongoProjects;
import io.assay.review.project.ReviewedProject;
import io.assay.review.revision.CorrectTask;
import io.assay.review.task.Decision;
import io.assay.review.task.Grounds;
import io.assay.review.task.MongoTasks;
import io.assay.review.task.ReviewContexts;
import io.assay.review.task.ReviewedTask;
import io.assay.review.task.ReviewerDecision;
import io.assay.review.task.Step;
import java.util.List;
import java.util.Optional;

/**
 * Does what follows from a decided appeal: the task, or the gold answer, and then the mark that it
 * is done. Each part knows a repeat, so a crash anywhere only means that it is done again.
 */
class SettleAppeals {
    private static final int BATCH = 100;

    private final MongoAppeals appeals;
    private final MongoTasks tasks;
    private final MongoProjects projects;
    private final GoldVerdicts golds;
    private final ReviewContexts contexts;
    private final TaskOutcomes outcomes;

    SettleAppeals(
            MongoAppeals appeals,
            MongoTasks tasks,
            MongoProjects projects,
            GoldVerdicts golds,
            ReviewContexts contexts,
            TaskOutcomes outcomes) {
        this.appeals = appeals;
        this.tasks = tasks;
        this.projects = projects;
        this.golds = golds;
        this.contexts = contexts;
        this.outcomes = outcomes;
    }

    /** What a crash has left. */
    void sweep() {
        appeals.unsettled(BATCH).forEach(this::settle);
    }

    /** Idempotent. Another instance may do the same at the same time. */
    void settle(Versioned<Appeal> appeal) {
        Appeal state = appeal.state();
        Appeal.AppealDecision ruling = state.ruling();
        if (ruling == null) {
            throw new IllegalArgumentException("appeal " + appeal.id() + " is not decided");
        }
        if (golds.published(state.assignmentId()).isEmpty()) {
            StaleVersion.retry(() -> corrected(state, ruling))
                    .ifPresent(written -> outcomes.record(List.of(written)));
        } else if (ruling.upheld()) {
            golds.uphold(state.assignmentId(), ruling.reason(), ruling.at());
        }
        try {
            appeals.update(appeal, state.settled());
        } catch (StaleVersion _) {
            // another instance has settled it
        }
    }

    private Optional<TaskOutcomes.Written> corrected(Appeal appeal, Appeal.AppealDecision ruling) {
        Versioned<ReviewedTask> task = tasks.find(appeal.taskId()).orElseThrow();
        ReviewedProject project = projects.find(appeal.projectId()).orElseThrow();
        Step step =
                CorrectTask.appeal(
                        task.state(),
                        appeal.assignmentId(),
                        ruling.upheld(),
                        ruling(ruling),
                        contexts.of(task.state(), project));
        if (step.next().equals(task.state())) {
            return Optional.empty();
        }
        tasks.update(task, step);
        return Optional.of(new TaskOutcomes.Written(step, project.skill(), project.requesterId()));
    }

    private static ReviewerDecision ruling(Appeal.AppealDecision ruling) {
        Answer answer = ruling.answer();
        return new ReviewerDecision(
                answer == null ? new Decision.Accepted() : new Decision.Answered(answer),
                ruling.reviewer(),
                new Grounds(ruling.clause(), ruling.guidelineVersion(), ruling.reason()));
    }
}
