package io.assay.review;

import io.assay.events.Answer;
import io.assay.events.AssignmentReturned;
import io.assay.events.FlagReason;
import io.assay.events.GoldRule;
import io.assay.events.GoldSet;
import io.assay.events.Guideline;
import io.assay.events.Ids;
import io.assay.events.LabelClass;
import io.assay.events.LabelFlagged;
import io.assay.events.LabelSubmitted;
import io.assay.events.LeaseRule;
import io.assay.events.LeaseTerms;
import io.assay.events.Media;
import io.assay.events.Money;
import io.assay.events.Ontology;
import io.assay.events.OverlapRule;
import io.assay.events.Point;
import io.assay.events.ProjectChanged;
import io.assay.events.ProjectStatus;
import io.assay.events.RateCard;
import io.assay.events.ReturnReason;
import io.assay.events.ReviewRule;
import io.assay.events.TaskCreated;
import io.assay.events.TaskKind;
import io.assay.events.TaskWithdrawn;
import io.assay.events.TierRule;
import io.assay.events.Tool;
import io.assay.messaging.TestClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Events as the other services tell them. */
public final class TestEvents {
    public static final Instant NOON = TestClock.NOON;
    public static final LeaseTerms TERMS = new LeaseTerms(1, new Money(150, "INR"), 1, 1_000, 1);
    public static final String SHA = "a".repeat(64);

    private static final Guideline FIRST = new Guideline(1, SHA, "Name the animal.");
    private static final Guideline THIRD = new Guideline(3, SHA, "Name the animals.");

    private TestEvents() {}

    public static ProjectChanged project(String projectId, OverlapRule overlap) {
        return project(projectId, overlap, Tool.CATEGORY);
    }

    public static ProjectChanged project(String projectId, OverlapRule overlap, Tool tool) {
        return project(projectId, overlap, tool, FIRST, NOON, null, null);
    }

    /** Its third guideline, and every result audited. */
    public static ProjectChanged audited(String projectId, OverlapRule overlap) {
        ReviewRule all = new ReviewRule(1, 14);
        return project(projectId, overlap, Tool.CATEGORY, THIRD, NOON, all, null);
    }

    /** With these rules from then on. */
    public static ProjectChanged ruled(
            String projectId, OverlapRule overlap, Instant at, ReviewRule review, GoldRule gold) {
        return project(projectId, overlap, Tool.CATEGORY, FIRST, at, review, gold);
    }

    /** Its third guideline; tags are right from half an agreement on. */
    public static ProjectChanged tolerant(String projectId, OverlapRule overlap) {
        GoldRule half = new GoldRule(0.5, null, null, null, null);
        return project(projectId, overlap, Tool.TAGS, THIRD, NOON, null, half);
    }

    private static ProjectChanged project(
            String projectId,
            OverlapRule overlap,
            Tool tool,
            Guideline guideline,
            Instant at,
            @Nullable ReviewRule review,
            @Nullable GoldRule gold) {
        return new ProjectChanged(
                projectId,
                "requester",
                "Animals",
                ProjectStatus.PUBLISHED,
                "image",
                new Ontology(
                        tool,
                        List.of(
                                new LabelClass("cat", "Cat"),
                                new LabelClass("dog", "Dog"),
                                new LabelClass("bird", "Bird"))),
                guideline,
                new RateCard(1, new Money(150, "INR"), Map.of()),
                overlap,
                0.1,
                new TierRule("animals", 1),
                new LeaseRule(10, 600),
                7,
                new Money(1_000_000, "INR"),
                List.of("partner"),
                at,
                review,
                gold);
    }

    public static TaskCreated created(String projectId, String externalId) {
        return created(projectId, externalId, TaskKind.WORK);
    }

    public static TaskCreated created(String projectId, String externalId, TaskKind kind) {
        return new TaskCreated(
                Ids.taskId(projectId, externalId),
                projectId,
                externalId,
                kind,
                new Media("image", "picture:" + SHA, "image/jpeg", 640, 480),
                1_000,
                0,
                null,
                NOON);
    }

    /** For these workers alone. */
    public static TaskCreated createdFor(String projectId, String externalId, String... workers) {
        TaskCreated plain = created(projectId, externalId);
        return new TaskCreated(
                plain.taskId(),
                projectId,
                externalId,
                plain.kind(),
                plain.media(),
                plain.complexityPermille(),
                plain.priority(),
                null,
                NOON,
                null,
                List.of(workers));
    }

    public static GoldSet gold(TaskCreated task, Answer answer) {
        return new GoldSet(task.taskId(), task.projectId(), answer, false, NOON);
    }

    public static LabelSubmitted label(TaskCreated task, String worker, Answer answer) {
        return label(task, worker, answer, TERMS);
    }

    /** Made under this version of the guideline. */
    public static LabelSubmitted label(
            TaskCreated task, String worker, String category, int guidelineVersion) {
        LeaseTerms terms = new LeaseTerms(1, new Money(150, "INR"), 1, 1_000, guidelineVersion);
        return label(task, worker, new Answer.Category(category), terms);
    }

    private static LabelSubmitted label(
            TaskCreated task, String worker, Answer answer, LeaseTerms terms) {
        return new LabelSubmitted(
                Ids.assignmentId(task.taskId(), worker),
                task.taskId(),
                task.projectId(),
                worker,
                terms,
                answer,
                NOON,
                NOON.plusSeconds(30));
    }

    public static LabelSubmitted label(TaskCreated task, String worker, String category) {
        return label(task, worker, new Answer.Category(category));
    }

    public static LabelFlagged flag(TaskCreated task, String worker) {
        return new LabelFlagged(
                Ids.assignmentId(task.taskId(), worker),
                task.taskId(),
                task.projectId(),
                worker,
                TERMS,
                FlagReason.BROKEN,
                "all black",
                new Point(3, 4),
                NOON,
                NOON.plusSeconds(30));
    }

    /** The worker passed on it. */
    public static AssignmentReturned skipped(TaskCreated task, String worker) {
        return returned(task, worker, ReturnReason.SKIPPED);
    }

    public static AssignmentReturned returned(
            TaskCreated task, String worker, ReturnReason reason) {
        return new AssignmentReturned(
                Ids.assignmentId(task.taskId(), worker),
                task.taskId(),
                task.projectId(),
                worker,
                TERMS,
                reason,
                NOON);
    }

    public static TaskWithdrawn withdrawn(TaskCreated task) {
        return new TaskWithdrawn(task.taskId(), task.projectId(), "duplicate", NOON);
    }

    public static Answer.Tags tags(String... classIds) {
        return new Answer.Tags(new TreeSet<>(List.of(classIds)));
    }
}
