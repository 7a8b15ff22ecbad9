package io.assay.review.provenance;

import io.assay.events.Answer;
import io.assay.events.LabelProvenance;
import io.assay.events.ResultProvenance;
import io.assay.events.ReviewProvenance;
import io.assay.events.Tool;
import io.assay.review.project.ReviewedProject;
import io.assay.review.skill.Skill;
import io.assay.review.skill.WorkerAccuracy;
import io.assay.review.task.CountedSubmission;
import io.assay.review.task.Progress;
import io.assay.review.task.ReviewContext;
import io.assay.review.task.ReviewRecord;
import io.assay.review.task.ReviewedTask;
import io.assay.review.verdict.Submission;
import io.assay.truth.consensus.Agreement;
import org.jspecify.annotations.Nullable;

/** What a result rests on, as partners read it: people by pseudonym only. */
public final class Provenances {
    private final ReviewedTask task;
    private final ReviewedProject project;
    private final ReviewContext context;

    private Provenances(ReviewedTask task, ReviewedProject project, ReviewContext context) {
        this.task = task;
        this.project = project;
        this.context = context;
    }

    public static ResultProvenance of(
            ReviewedTask task, ReviewedProject project, ReviewContext context) {
        Provenances sources = new Provenances(task, project, context);
        return new ResultProvenance(
                context.model().method().orElseGet(() -> method(project.ontology().tool())),
                guidelineVersion(task, project),
                task.trail().posterior(),
                task.taken().stream().map(sources::label).toList(),
                task.trail().reviews().stream().map(sources::review).toList());
    }

    /** What the reviewer decided by, else the newest that the labels were made under. */
    static int guidelineVersion(ReviewedTask task, ReviewedProject project) {
        Integer named = task.trail().guidelineVersion();
        return named != null
                ? named
                : task.labels().stream()
                        .mapToInt(label -> label.terms().guidelineVersion())
                        .max()
                        .orElse(project.guidelineVersion());
    }

    private double accuracy(String workerId) {
        return context.model()
                .accuracy(workerId)
                .orElseGet(() -> context.workers().accuracy(workerId));
    }

    /** To be counted up whenever the same labels may be weighed to another answer. */
    private static String method(Tool tool) {
        return switch (tool) {
            case CATEGORY, VERIFICATION -> "one-coin/1";
            case TAGS -> "tags/1";
            case BOX, POLYGON, MASK, POLYLINE, KEYPOINTS, TRANSCRIPT -> "shapes/1";
        };
    }

    private LabelProvenance label(CountedSubmission taken) {
        Submission submission = taken.submission();
        WorkerAccuracy accuracies = context.workers();
        Skill gold = accuracies.gold(submission.workerId());
        return new LabelProvenance(
                pseudonym(submission.workerId()),
                submission.terms().tier(),
                submission.terms().guidelineVersion(),
                submission instanceof Submission.Flag,
                agreement(taken),
                accuracy(submission.workerId()),
                gold.golds(),
                gold.correct(),
                submission.submittedAt());
    }

    private @Nullable Double agreement(CountedSubmission taken) {
        Answer answer =
                task.progress() instanceof Progress.Answered answered ? answered.answer() : null;
        if (answer == null || !(taken.submission() instanceof Submission.Label label)) {
            return null;
        }
        // judged just now against this very answer, and shapes are costly to compare
        return taken.judgement() != null && task.trail().version() <= 1
                ? taken.judgement().score()
                : Agreement.between(label.answer(), answer, context.tolerance().credit());
    }

    private ReviewProvenance review(ReviewRecord review) {
        return new ReviewProvenance(
                pseudonym(review.reviewer()),
                review.kind(),
                review.outcome(),
                review.grounds().clause(),
                review.grounds().guidelineVersion(),
                review.at());
    }

    private String pseudonym(String person) {
        return context.settings().pseudonyms().of(project.projectId(), person);
    }
}
