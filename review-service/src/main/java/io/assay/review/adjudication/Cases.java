package io.assay.review.adjudication;

import io.assay.events.Answer;
import io.assay.events.Media;
import io.assay.messaging.Versioned;
import io.assay.review.project.MongoProjects;
import io.assay.review.project.ReviewedProject;
import io.assay.review.task.MongoTasks;
import io.assay.review.task.Progress;
import io.assay.review.task.ReviewedTask;
import io.assay.review.task.TaskInfo;
import io.assay.review.verdict.Submission;
import io.assay.web.SignedUrls;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what waits for a reviewer or was decided by one. */
class Cases {
    private static final Duration LINK = Duration.ofHours(1);
    private static final String UPLOADED = "picture:";

    /** A case, and the version that a decision on it names. */
    record Found(ReviewCase content, long version) {}

    private final MongoTasks tasks;
    private final MongoProjects projects;
    private final SignedUrls links;
    private final Clock clock;

    Cases(MongoTasks tasks, MongoProjects projects, SignedUrls links, Clock clock) {
        this.tasks = tasks;
        this.projects = projects;
        this.links = links;
        this.clock = clock;
    }

    /** The worst first; one more than the limit tells that there are more. */
    List<Versioned<ReviewedTask>> queue(@Nullable String projectId, String after, int limit) {
        return tasks.queue(projectId, after, limit + 1);
    }

    /** Empty also for a task that never needed a reviewer: it is not theirs to see. */
    Optional<Found> find(String taskId) {
        return tasks.find(taskId)
                .filter(task -> isReviewers(task.state()))
                .flatMap(task -> found(task, task.state().info()));
    }

    private static boolean isReviewers(ReviewedTask task) {
        return task.progress() instanceof Progress.Escalated || Decisions.of(task).isPresent();
    }

    private Optional<Found> found(Versioned<ReviewedTask> task, @Nullable TaskInfo info) {
        return info == null
                ? Optional.empty()
                : projects.find(info.projectId())
                        .map(project -> content(task.state(), info, project))
                        .map(content -> new Found(content, task.version()));
    }

    private ReviewCase content(ReviewedTask task, TaskInfo info, ReviewedProject project) {
        Progress.Escalated escalated =
                task.progress() instanceof Progress.Escalated waiting ? waiting : null;
        return new ReviewCase(
                task.taskId(),
                info.projectId(),
                escalated == null ? null : escalated.reason(),
                escalated == null ? null : escalated.confidence(),
                escalated == null ? null : escalated.at(),
                picture(info.media()),
                project.ontology(),
                project.guidelineVersion(),
                info.preLabel(),
                answers(task),
                flags(task),
                Decisions.told(task, info).orElse(null));
    }

    private ReviewCase.Picture picture(Media media) {
        String url =
                media.ref().startsWith(UPLOADED)
                        ? links.sign(
                                "/v1/pictures/" + media.ref().substring(UPLOADED.length()),
                                clock.instant().plus(LINK))
                        : media.ref();
        return new ReviewCase.Picture(media.kind(), url, media.width(), media.height());
    }

    private static List<Answer> answers(ReviewedTask task) {
        return task.submissions()
                .filter(Submission.Label.class::isInstance)
                .map(submission -> ((Submission.Label) submission).answer())
                .sorted(Comparator.comparing(Answer::toString))
                .toList();
    }

    private static List<ReviewCase.Flag> flags(ReviewedTask task) {
        return task.submissions()
                .filter(Submission.Flag.class::isInstance)
                .map(Submission.Flag.class::cast)
                .map(flag -> new ReviewCase.Flag(flag.reason(), flag.comment()))
                .sorted(Comparator.comparing(ReviewCase.Flag::toString))
                .toList();
    }
}
