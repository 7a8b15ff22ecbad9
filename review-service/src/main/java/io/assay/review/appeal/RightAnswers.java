package io.assay.review.appeal;

import io.assay.events.Answer;
import io.assay.events.Verdict;
import io.assay.events.VerdictBasis;
import io.assay.messaging.Versioned;
import io.assay.review.project.MongoProjects;
import io.assay.review.project.ReviewedProject;
import io.assay.review.task.GoldAnswer;
import io.assay.review.task.MongoTasks;
import io.assay.review.task.Progress;
import io.assay.review.task.ReviewedTask;
import io.assay.review.task.TaskInfo;
import io.assay.review.verdict.Judgement;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Which right answers a worker may see with a verdict: none but for what is listed in {@link
 * #shownWith}. Neither that one is shown nor that none is tells gold from work.
 */
class RightAnswers {
    private final MongoTasks tasks;
    private final MongoProjects projects;
    private final Clock clock;

    RightAnswers(MongoTasks tasks, MongoProjects projects, Clock clock) {
        this.tasks = tasks;
        this.projects = projects;
        this.clock = clock;
    }

    /**
     * Shown are: what teaches, in tutorials and tests; a result by which a reviewer rejected this
     * label and named a clause, which no label of gold ever has; and everything, gold too, once the
     * project is over. The latter two only when the result is final: nobody is to look at it again,
     * and nobody can hold a lease from before.
     */
    Optional<Answer> shownWith(PublishedVerdict verdict) {
        ReviewedTask task = tasks.find(verdict.taskId()).map(Versioned::state).orElse(null);
        ReviewedProject project = projects.find(verdict.projectId()).orElse(null);
        if (task == null || project == null) {
            return Optional.empty();
        }
        if (verdict.teaches()) {
            return Optional.ofNullable(task.goldAnswer());
        }
        Instant now = clock.instant();
        if (task.queued() != null) {
            return Optional.empty();
        }
        return project.over(now) ? accepted(task) : byReviewer(task, verdict, project, now);
    }

    private static Optional<Answer> accepted(ReviewedTask task) {
        GoldAnswer gold = task.gold();
        if (gold != null) {
            return gold.trusted() ? Optional.of(gold.answer()) : Optional.empty();
        }
        return result(task).map(Progress.Answered::answer);
    }

    private Optional<Answer> byReviewer(
            ReviewedTask task, PublishedVerdict verdict, ReviewedProject project, Instant now) {
        Judgement judgement = verdict.judgement();
        boolean explained =
                judgement.verdict() == Verdict.REJECTED
                        && judgement.basis() == VerdictBasis.REVIEWER
                        && judgement.clause() != null;
        return !explained || task.gold() != null || isGoldToo(task)
                ? Optional.empty()
                : result(task)
                        .filter(answered -> project.leasesEnded(answered.at(), now))
                        .map(Progress.Answered::answer);
    }

    /** The same picture may be dealt out as gold under another task's id. */
    private boolean isGoldToo(ReviewedTask task) {
        TaskInfo info = task.info();
        return info == null || tasks.isGold(info.media().ref());
    }

    private static Optional<Progress.Answered> result(ReviewedTask task) {
        return task.progress() instanceof Progress.Answered answered
                ? Optional.of(answered)
                : Optional.empty();
    }
}
