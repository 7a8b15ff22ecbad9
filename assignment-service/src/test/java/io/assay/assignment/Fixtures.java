package io.assay.assignment;

import io.assay.assignment.worker.Worker;
import io.assay.events.ApplicationRule;
import io.assay.events.Guideline;
import io.assay.events.LabelClass;
import io.assay.events.LeaseRule;
import io.assay.events.Media;
import io.assay.events.Money;
import io.assay.events.Ontology;
import io.assay.events.OverlapRule;
import io.assay.events.ProjectChanged;
import io.assay.events.ProjectStatus;
import io.assay.events.QualificationRule;
import io.assay.events.RateCard;
import io.assay.events.TaskCreated;
import io.assay.events.TaskKind;
import io.assay.events.TierRule;
import io.assay.events.Tool;
import io.assay.events.WorkerStatus;
import io.assay.messaging.TestClock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Events of other services, as tests need them. */
public final class Fixtures {

    public static final Instant NOW = TestClock.NOON;

    private static final Guideline FIRST = new Guideline(1, "0".repeat(64), "# Look closely");

    private Fixtures() {}

    /** Active, of this tier, and acquainted with the first guideline of these projects. */
    public static Worker worker(int tier, String... projects) {
        return worker(Map.of("animals", tier), Map.of(), projects);
    }

    /** As above, also telling how much gold the worker needs by skill. */
    public static Worker worker(
            Map<String, Integer> tiers, Map<String, Double> goldNeeds, String... projects) {
        return new Worker(
                WorkerStatus.ACTIVE,
                tiers,
                goldNeeds,
                0,
                Arrays.stream(projects).collect(Collectors.toMap(id -> id, _ -> 1)),
                Map.of(),
                NOW,
                NOW);
    }

    /** The same, with the project's test passed under this version of its guideline. */
    public static Worker qualified(Worker worker, String project, int version) {
        return new Worker(
                worker.status(),
                worker.tiers(),
                worker.goldNeeds(),
                worker.tierSequence(),
                worker.acknowledged(),
                Map.of(project, version),
                worker.appliedAt(),
                worker.changedAt());
    }

    /** With a tutorial of one sample, a test of two questions, both to be right, and one retake. */
    public static ProjectChanged tested(
            String id, int minTier, boolean requalify, Guideline guideline) {
        return tested(id, new TierRule("animals", minTier, test(0, requalify)), guideline);
    }

    /** The same, with a delay before the retake. */
    public static ProjectChanged tested(String id, int retakeSeconds) {
        return tested(id, new TierRule("animals", 2, test(retakeSeconds, true)), FIRST);
    }

    private static ProjectChanged tested(String id, TierRule rule, Guideline guideline) {
        LeaseRule leaseRule = new LeaseRule(5, 3_600);
        return project(id, ProjectStatus.PUBLISHED, rule, leaseRule, 1, 0, guideline);
    }

    private static QualificationRule test(int retakeSeconds, boolean requalify) {
        return new QualificationRule(1, 2, 1, 2, retakeSeconds, requalify);
    }

    /** The same, taking new workers by this rule. */
    public static ProjectChanged applied(ProjectChanged p, ApplicationRule rule) {
        return new ProjectChanged(
                p.projectId(),
                p.requesterId(),
                p.name(),
                p.status(),
                p.mediaKind(),
                p.ontology(),
                p.guideline(),
                p.rateCard(),
                p.overlap(),
                p.goldRate(),
                p.tierRule(),
                p.leaseRule(),
                p.holdDays(),
                p.budget(),
                p.partners(),
                p.changedAt(),
                p.reviewRule(),
                p.goldRule(),
                rule);
    }

    public static ProjectChanged project(String id) {
        return project(id, ProjectStatus.PUBLISHED, 1, new LeaseRule(5, 3_600));
    }

    public static ProjectChanged project(
            String id, ProjectStatus status, int minTier, LeaseRule leaseRule) {
        return project(id, status, minTier, leaseRule, 1, 0);
    }

    public static ProjectChanged project(
            String id,
            ProjectStatus status,
            int minTier,
            LeaseRule leaseRule,
            int overlap,
            double goldRate) {
        TierRule tierRule = new TierRule("animals", minTier);
        return project(id, status, tierRule, leaseRule, overlap, goldRate, FIRST);
    }

    /** Open to anybody, with this guideline. */
    public static ProjectChanged project(String id, Guideline guideline) {
        LeaseRule rule = new LeaseRule(5, 3_600);
        TierRule tierRule = new TierRule("animals", 1);
        return project(id, ProjectStatus.PUBLISHED, tierRule, rule, 1, 0, guideline);
    }

    private static ProjectChanged project(
            String id,
            ProjectStatus status,
            TierRule tierRule,
            LeaseRule leaseRule,
            int overlap,
            double goldRate,
            Guideline guideline) {
        return new ProjectChanged(
                id,
                "requester",
                "Animals",
                status,
                "image",
                new Ontology(
                        Tool.CATEGORY,
                        List.of(new LabelClass("cat", "Cat"), new LabelClass("dog", "Dog"))),
                guideline,
                new RateCard(1, new Money(150, "INR"), Map.of(2, 1_200)),
                new OverlapRule(overlap, 5, 0.95),
                goldRate,
                tierRule,
                leaseRule,
                7,
                new Money(1_000_000, "INR"),
                List.of(),
                NOW);
    }

    /** The same with another limit, in minor units. */
    public static ProjectChanged withBudget(ProjectChanged p, long minor) {
        return withMoney(p, p.rateCard(), minor);
    }

    /** The same with another price of an ordinary picture and another limit, in minor units. */
    public static ProjectChanged withMoney(ProjectChanged p, long base, long limit) {
        Money price = new Money(base, p.budget().currency());
        return withMoney(p, new RateCard(1, price, Map.of()), limit);
    }

    private static ProjectChanged withMoney(ProjectChanged p, RateCard card, long limit) {
        return new ProjectChanged(
                p.projectId(),
                p.requesterId(),
                p.name(),
                p.status(),
                p.mediaKind(),
                p.ontology(),
                p.guideline(),
                card,
                p.overlap(),
                p.goldRate(),
                p.tierRule(),
                p.leaseRule(),
                p.holdDays(),
                new Money(limit, p.budget().currency()),
                p.partners(),
                p.changedAt());
    }

    /** Kept for tutorials and tests. */
    public static TaskCreated question(String id, String projectId) {
        return new TaskCreated(
                id,
                projectId,
                "external-" + id,
                TaskKind.GOLD,
                new Media("image", "picture:" + "b".repeat(64), "image/png", 64, 48),
                1_000,
                0,
                null,
                NOW,
                null,
                List.of(),
                true);
    }

    public static TaskCreated task(String id, String projectId, TaskKind kind) {
        return task(id, projectId, kind, 2_000);
    }

    public static TaskCreated task(
            String id, String projectId, TaskKind kind, int complexityPermille) {
        return new TaskCreated(
                id,
                projectId,
                "external-" + id,
                kind,
                new Media("image", "picture:" + "a".repeat(64), "image/png", 64, 48),
                complexityPermille,
                0,
                null,
                NOW);
    }
}
