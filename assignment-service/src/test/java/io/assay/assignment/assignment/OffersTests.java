package io.assay.assignment.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.assignment.Fixtures;
import io.assay.assignment.project.Project;
import io.assay.assignment.worker.Worker;
import io.assay.events.GoldRule;
import io.assay.events.LeaseRule;
import io.assay.events.ProjectChanged;
import io.assay.events.ProjectStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OffersTests {
    private static final LeaseLimits LIMITS = new LeaseLimits(2, 100);

    @Test
    void theShareOfGoldFollowsHowWellAWorkerIsKnown() {
        GoldRule rule = new GoldRule(null, null, null, 0.02, 0.3);

        assertThat(rate(rule, Map.of())).isCloseTo(0.3, within(1e-12));
        assertThat(rate(rule, Map.of("animals", 0.5))).isCloseTo(0.16, within(1e-12));
        assertThat(rate(rule, Map.of("animals", 0.0))).isCloseTo(0.02, within(1e-12));
        assertThat(rate(rule, Map.of("text", 0.0))).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void aProjectWithoutBoundsKeepsItsRate() {
        assertThat(rate(null, Map.of())).isEqualTo(0.1);
        assertThat(rate(null, Map.of("animals", 0.0))).isEqualTo(0.1);
    }

    private static double rate(@Nullable GoldRule rule, Map<String, Double> needs) {
        Worker worker = Fixtures.worker(Map.of(), needs, "p");
        return Offers.of(worker, project(rule), null, LIMITS).orElseThrow().goldRate();
    }

    private static Project project(@Nullable GoldRule rule) {
        ProjectChanged p =
                Fixtures.project("p", ProjectStatus.PUBLISHED, 1, new LeaseRule(5, 3_600), 1, 0.1);
        return new Project(
                new ProjectChanged(
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
                        null,
                        rule));
    }
}
