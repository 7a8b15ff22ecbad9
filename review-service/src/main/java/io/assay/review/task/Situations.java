package io.assay.review.task;

import io.assay.review.crowd.Crowds;
import io.assay.review.crowd.Learned;
import io.assay.review.project.ReviewedProject;
import io.assay.review.skill.Crowd;
import io.assay.review.skill.MongoSkills;
import io.assay.review.verdict.Submission;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The circumstances of one task now, for who decides one at a time. */
public class Situations {
    private final MongoSkills skills;
    private final Crowds crowds;
    private final Practice practice;
    private final Clock clock;

    Situations(MongoSkills skills, Crowds crowds, Practice practice, Clock clock) {
        this.skills = skills;
        this.crowds = crowds;
        this.practice = practice;
        this.clock = clock;
    }

    public Circumstances of(ReviewedTask task, ReviewedProject project) {
        List<String> workers = task.submissions().map(Submission::workerId).distinct().toList();
        Instant now = clock.instant();
        Crowd crowd = Crowd.of(skills.of(workers), project.skill(), project.requesterId(), now);
        Learned learned = crowds.of(project.projectId(), project.ontology());
        return new Circumstances(project, crowd, learned, practice, now);
    }

    public Practice practice() {
        return practice;
    }
}
