package io.assay.review.appeal;

import io.assay.events.Answer;
import io.assay.events.FlagReason;
import io.assay.events.Media;
import io.assay.messaging.Versioned;
import io.assay.review.gold.GoldVerdicts;
import io.assay.review.project.MongoProjects;
import io.assay.review.project.ReviewedProject;
import io.assay.review.task.MongoTasks;
import io.assay.review.task.PictureLinks;
import io.assay.review.task.Progress;
import io.assay.review.task.Pseudonyms;
import io.assay.review.task.ReviewSettings;
import io.assay.review.task.ReviewedTask;
import io.assay.review.task.TaskInfo;
import io.assay.review.verdict.Submission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads appeals as reviewers see them. */
class AppealCases {

    /** Why a reviewer may not decide. */
    enum Conflict {
        NONE,
        OWN_WORK,
        OWN_DECISION
    }

    /**
     * @param conflict of the reviewer who asks
     */
    record Found(
            Versioned<Appeal> appeal,
            AppealCase content,
            ReviewedProject project,
            Media media,
            Conflict conflict) {}

    private final MongoAppeals appeals;
    private final MongoTasks tasks;
    private final MongoProjects projects;
    private final GoldVerdicts golds;
    private final PublishedVerdicts verdicts;
    private final PictureLinks pictures;
    private final Pseudonyms pseudonyms;

    AppealCases(
            MongoAppeals appeals,
            MongoTasks tasks,
            MongoProjects projects,
            GoldVerdicts golds,
            PublishedVerdicts verdicts,
            PictureLinks pictures,
            ReviewSettings settings) {
        this.appeals = appeals;
        this.tasks = tasks;
        this.projects = projects;
        this.golds = golds;
        this.verdicts = verdicts;
        this.pictures = pictures;
        this.pseudonyms = settings.pseudonyms();
    }

    /** What their projects are called, by id. */
    Map<String, String> projectNames(List<Versioned<Appeal>> found) {
        Map<String, String> names = new TreeMap<>();
        projects.findAll(found.stream().map(one -> one.state().projectId()).distinct().toList())
                .forEach((id, project) -> names.put(id, project.name()));
        return names;
    }

    /** The oldest first; one more than the limit if there are more. */
    List<Versioned<Appeal>> queue(@Nullable String projectId, String after, int limit) {
        return appeals.queue(projectId, after, limit + 1);
    }

    Optional<Found> find(String id, String reviewer) {
        return appeals.find(id).flatMap(appeal -> found(appeal, reviewer));
    }

    private Optional<Found> found(Versioned<Appeal> appeal, String reviewer) {
        Appeal state = appeal.state();
        ReviewedTask task = tasks.find(state.taskId()).map(Versioned::state).orElse(null);
        ReviewedProject project = projects.find(state.projectId()).orElse(null);
        PublishedVerdict verdict = verdicts.find(state.assignmentId()).orElse(null);
        TaskInfo info = task == null ? null : task.info();
        return task == null || project == null || verdict == null || info == null
                ? Optional.empty()
                : Optional.of(
                        new Found(
                                appeal,
                                content(appeal, verdict, task, project, info.media()),
                                project,
                                info.media(),
                                conflict(state, task, reviewer)));
    }

    /** Nobody decides of a picture that they labelled, nor of a rejection that was theirs. */
    private Conflict conflict(Appeal appeal, ReviewedTask task, String reviewer) {
        if (appeal.workerId().equals(reviewer)
                || task.labelledBy(reviewer)
                || golds.labelledBy(task.taskId(), reviewer)) {
            return Conflict.OWN_WORK;
        }
        boolean decided =
                reviewer.equals(appeal.rejectedBy())
                        || task.trail().reviews().stream()
                                .filter(review -> review.about() == null)
                                .anyMatch(review -> review.reviewer().equals(reviewer));
        return decided ? Conflict.OWN_DECISION : Conflict.NONE;
    }

    private AppealCase content(
            Versioned<Appeal> appeal,
            PublishedVerdict verdict,
            ReviewedTask task,
            ReviewedProject project,
            Media media) {
        Appeal state = appeal.state();
        return new AppealCase(
                appeal.id(),
                state.projectId(),
                project.name(),
                pseudonyms.of(state.projectId(), state.workerId()),
                verdict.submission().terms().tier(),
                state.status(),
                pictures.of(media),
                project.ontology(),
                state.guidelineVersion(),
                given(verdict.submission()),
                flag(verdict.submission()),
                accepted(task),
                verdict.judgement().explanation(),
                verdict.judgement().score(),
                state.clause(),
                state.text(),
                state.filedAt(),
                AppealCase.Decision.of(state.ruling()));
    }

    private static @Nullable Answer given(Submission submission) {
        return submission instanceof Submission.Label label ? label.answer() : null;
    }

    private static @Nullable FlagReason flag(Submission submission) {
        return submission instanceof Submission.Flag flag ? flag.reason() : null;
    }

    /** In one form, so that a known answer looks like any other. */
    private static @Nullable Answer accepted(ReviewedTask task) {
        Answer known = task.goldAnswer();
        return known == null && task.progress() instanceof Progress.Answered answered
                ? answered.answer()
                : known;
    }
}
