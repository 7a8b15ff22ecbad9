package io.assay.review.task;

import io.assay.review.learning.LabelModel;
import io.assay.review.learning.ProjectModels;
import io.assay.review.project.ReviewedProject;
import io.assay.review.skill.MongoSkills;
import io.assay.review.skill.WorkerAccuracy;
import io.assay.review.verdict.Submission;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The context of one task now, for who decides one at a time. */
public class ReviewContexts {
    private final MongoSkills skills;
    private final ProjectModels models;
    private final ReviewSettings settings;
    private final Clock clock;

    public ReviewContexts(
            MongoSkills skills, ProjectModels models, ReviewSettings settings, Clock clock) {
        this.skills = skills;
        this.models = models;
        this.settings = settings;
        this.clock = clock;
    }

    public ReviewContext of(ReviewedTask task, ReviewedProject project) {
        List<String> workers = task.submissions().map(Submission::workerId).distinct().toList();
        Instant now = clock.instant();
        WorkerAccuracy accuracies =
                WorkerAccuracy.of(skills.of(workers), project.skill(), project.requesterId(), now);
        LabelModel model = models.of(project.projectId(), project.ontology());
        return new ReviewContext(project, accuracies, model, settings, now);
    }

    public ReviewSettings settings() {
        return settings;
    }
}
