package io.assay.task.project;

import io.assay.events.LabelClass;
import io.assay.events.LeaseRule;
import io.assay.events.Money;
import io.assay.events.Ontology;
import io.assay.events.OverlapRule;
import io.assay.events.TierRule;
import io.assay.events.Tool;
import io.assay.messaging.TestClock;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/** Projects for tests. */
public final class Specs {

    private Specs() {}

    public static ProjectSpec anySpec() {
        return spec(Tool.CATEGORY, "Say what it shows.", 150);
    }

    public static ProjectSpec spec(Tool tool) {
        return spec(tool, "Say what it shows.", 150);
    }

    static ProjectSpec spec(Tool tool, String guideline, long price) {
        return new ProjectSpec(
                "Animals",
                new Ontology(
                        tool, List.of(new LabelClass("cat", "Cat"), new LabelClass("dog", "Dog"))),
                guideline,
                new Money(price, "INR"),
                new TreeMap<>(),
                new OverlapRule(1, 3, 0.9),
                0.1,
                new TierRule("category", 1),
                new LeaseRule(10, 600),
                7,
                new Money(1_000_000, "INR"),
                List.of("partner1"),
                List.of("pictures.example.org"));
    }

    public static Project published(ProjectSpec spec) {
        Instant now = TestClock.NOON;
        return Project.draft("p1", "r1", spec, "request", now)
                .with(io.assay.events.ProjectStatus.PUBLISHED, now);
    }
}
