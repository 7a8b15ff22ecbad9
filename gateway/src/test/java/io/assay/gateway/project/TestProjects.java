package io.assay.gateway.project;

import io.assay.events.Guideline;
import io.assay.events.LabelClass;
import io.assay.events.LeaseRule;
import io.assay.events.Money;
import io.assay.events.Ontology;
import io.assay.events.OverlapRule;
import io.assay.events.ProjectChanged;
import io.assay.events.ProjectStatus;
import io.assay.events.RateCard;
import io.assay.events.TierRule;
import io.assay.events.Tool;
import io.assay.messaging.TestClock;
import java.util.List;
import java.util.Map;

/** Projects of which only the readers matter. */
public final class TestProjects {

    private TestProjects() {}

    public static ProjectDirectory directory() {
        return new ProjectDirectory();
    }

    public static void put(
            ProjectDirectory directory,
            long sequence,
            String projectId,
            String requesterId,
            String... partners) {
        directory.put(sequence, project(projectId, requesterId, partners));
    }

    public static ProjectChanged project(String projectId, String requesterId, String... partners) {
        return new ProjectChanged(
                projectId,
                requesterId,
                "Animals",
                ProjectStatus.PUBLISHED,
                "image",
                new Ontology(Tool.CATEGORY, List.of(new LabelClass("cat", "Cat"))),
                new Guideline(1, "0".repeat(64), "Look closely."),
                new RateCard(1, new Money(150, "INR"), Map.of()),
                new OverlapRule(2, 5, 0.95),
                0.1,
                new TierRule("general", 1),
                new LeaseRule(10, 600),
                7,
                new Money(100_000, "INR"),
                List.of(partners),
                TestClock.NOON);
    }
}
