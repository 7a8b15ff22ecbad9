package io.assay.review.adjudication;

import io.assay.events.EscalationReason;
import io.assay.messaging.Versioned;
import io.assay.review.gold.GoldVerdicts;
import io.assay.review.project.MongoProjects;
import io.assay.review.project.ReviewedProject;
import io.assay.review.task.MongoTasks;
import io.assay.review.task.PictureLinks;
import io.assay.review.task.Progress;
import io.assay.review.task.Pseudonyms;
import io.assay.review.task.QueueEntry;
import io.assay.review.task.QueueReason;
import io.assay.review.task.ReviewSettings;
import io.assay.review.task.ReviewedTask;
import io.assay.review.task.TaskInfo;
import io.assay.review.verdict.Judgement;
import io.assay.review.verdict.Submission;
import io.assay.web.Page;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what waits for a reviewer or was decided by one. */
public class Cases {
    private static final int MAX_GOLD_LABELS = 50;

    /**
     * A case, and the version that a decision on it names.
     *
     * @param conflict why this reviewer may not see it
     */
    public record Found(ReviewCase content, long version, Optional<Conflicts.Conflict> conflict) {}

    private final MongoTasks tasks;
    private final MongoProjects projects;
    private final PictureLinks pictures;
    private final Conflicts conflicts;
    private final GoldVerdicts golds;
    private final Pseudonyms pseudonyms;

    Cases(
            MongoTasks tasks,
            MongoProjects projects,
            PictureLinks pictures,
            Conflicts conflicts,
            GoldVerdicts golds,
            ReviewSettings settings) {
        this.tasks = tasks;
        this.projects = projects;
        this.pictures = pictures;
        this.conflicts = conflicts;
        this.golds = golds;
        this.pseudonyms = settings.pseudonyms();
    }

    /**
     * The most valuable first, without what this reviewer may not decide: so a page may be short.
     */
    Page<QueueItem> queue(
            @Nullable String projectId,
            @Nullable QueueReason reason,
            String after,
            int limit,
            String reviewer) {
        // one more than the limit tells that there are more
        List<Versioned<ReviewedTask>> found = tasks.queue(projectId, reason, after, limit + 1);
        Map<String, ReviewedProject> known =
                projects.findAll(
                        found.stream().map(task -> projectOf(task.state())).distinct().toList());
        return Page.of(found, limit, task -> place(task.state()))
                .flatMap(
                        task ->
                                conflicts.of(task.state(), reviewer).isPresent()
                                        ? Stream.empty()
                                        : item(task.state(), known).stream());
    }

    private Optional<QueueItem> item(ReviewedTask task, Map<String, ReviewedProject> known) {
        ReviewedProject project = known.get(projectOf(task));
        TaskInfo info = task.info();
        return project == null || info == null
                ? Optional.empty()
                : QueueItem.of(task, project, pictures.of(info.media()));
    }

    private static String projectOf(ReviewedTask task) {
        QueueEntry queued = task.queued();
        return queued == null ? "" : queued.projectId();
    }

    private static @Nullable String place(ReviewedTask task) {
        QueueEntry queued = task.queued();
        return queued == null ? null : queued.place();
    }

    /** Empty also for a task that never needed a reviewer: it is not theirs to see. */
    public Optional<Found> find(String taskId, String reviewer) {
        return tasks.find(taskId)
                .filter(task -> isReviewers(task.state()))
                .flatMap(task -> found(task, task.state().info(), reviewer));
    }

    private static boolean isReviewers(ReviewedTask task) {
        return task.queued() != null
                || !task.trail().reviews().isEmpty()
                || Decisions.of(task).isPresent();
    }

    private Optional<Found> found(
            Versioned<ReviewedTask> task, @Nullable TaskInfo info, String reviewer) {
        return info == null
                ? Optional.empty()
                : projects.find(info.projectId())
                        .map(project -> content(task.state(), info, project))
                        .map(
                                content ->
                                        new Found(
                                                content,
                                                task.version(),
                                                conflicts.of(task.state(), reviewer)));
    }

    private ReviewCase content(ReviewedTask task, TaskInfo info, ReviewedProject project) {
        Progress.Escalated escalated =
                task.progress() instanceof Progress.Escalated waiting ? waiting : null;
        boolean doubted = escalated != null && escalated.reason() == EscalationReason.GOLD_DOUBTED;
        return new ReviewCase(
                task.taskId(),
                info.projectId(),
                project.name(),
                project.paused(),
                reason(task, escalated),
                escalated == null ? task.trail().posterior() : escalated.confidence(),
                escalated == null ? null : escalated.at(),
                pictures.of(info.media()),
                project.ontology(),
                project.guidelineVersion(),
                info.preLabel(),
                doubted ? task.goldAnswer() : null,
                labels(task, info.projectId(), doubted),
                flags(task, info.projectId()),
                task.skippedBy().size(),
                task.audited() && task.progress() instanceof Progress.Answered result
                        ? result.answer()
                        : null,
                Decisions.decided(task, info).orElse(null));
    }

    private static @Nullable QueueReason reason(
            ReviewedTask task, Progress.@Nullable Escalated escalated) {
        if (escalated != null) {
            return QueueReason.of(escalated.reason());
        }
        return task.audited() ? QueueReason.AUDIT : null;
    }

    /** Those of gold are kept apart, and shown only where its answer is in doubt. */
    private List<ReviewCase.GivenLabel> labels(
            ReviewedTask task, String projectId, boolean doubted) {
        Stream<ReviewCase.GivenLabel> taken =
                task.taken().stream()
                        .map(one -> label(one.submission(), one.judgement(), projectId))
                        .flatMap(Optional::stream);
        Stream<? extends Submission> others =
                doubted
                        ? Stream.concat(
                                task.parked().stream(),
                                golds.latestAnswers(task.taskId(), MAX_GOLD_LABELS).stream())
                        : task.parked().stream();
        return Stream.concat(
                        taken,
                        others.map(one -> label(one, null, projectId)).flatMap(Optional::stream))
                .sorted(
                        Comparator.comparing((ReviewCase.GivenLabel one) -> one.answer().toString())
                                .thenComparing(ReviewCase.GivenLabel::worker))
                .toList();
    }

    private Optional<ReviewCase.GivenLabel> label(
            Submission submission, @Nullable Judgement judgement, String projectId) {
        return submission instanceof Submission.Label label
                ? Optional.of(
                        new ReviewCase.GivenLabel(
                                pseudonyms.of(projectId, label.workerId()),
                                label.terms().tier(),
                                label.terms().guidelineVersion(),
                                label.answer(),
                                judgement == null ? null : judgement.verdict()))
                : Optional.empty();
    }

    private List<ReviewCase.Flag> flags(ReviewedTask task, String projectId) {
        return task.submissions()
                .filter(Submission.Flag.class::isInstance)
                .map(Submission.Flag.class::cast)
                .map(
                        flag ->
                                new ReviewCase.Flag(
                                        pseudonyms.of(projectId, flag.workerId()),
                                        flag.terms().tier(),
                                        flag.reason(),
                                        flag.comment(),
                                        flag.mark()))
                .sorted(
                        Comparator.comparing(ReviewCase.Flag::reason)
                                .thenComparing(ReviewCase.Flag::worker))
                .toList();
    }
}
