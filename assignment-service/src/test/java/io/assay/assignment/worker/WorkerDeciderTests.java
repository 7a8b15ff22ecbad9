package io.assay.assignment.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Guideline;
import io.assay.events.RequesterStanding;
import io.assay.events.SkillStanding;
import io.assay.events.WorkerStatus;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorkerDeciderTests {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void waitsForActivationUnlessThatIsAutomatic() {
        assertThat(WorkerDecider.apply(false, NOW).status()).isEqualTo(WorkerStatus.APPLIED);
        assertThat(WorkerDecider.apply(true, NOW).active()).isTrue();
    }

    @Test
    void hasTheLowestTierInEverySkill() {
        assertThat(WorkerDecider.apply(true, NOW).tier("animals", "requester")).isEqualTo(1);
    }

    @Test
    void movesBetweenStates() {
        Worker active = WorkerDecider.move(anyWorker(), WorkerStatus.ACTIVE, NOW.plusSeconds(1));

        assertThat(active.active()).isTrue();
        assertThat(active.changedAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(WorkerDecider.move(active, WorkerStatus.ACTIVE, NOW.plusSeconds(2)))
                .isEqualTo(active);
        assertThat(WorkerDecider.move(active, WorkerStatus.SUSPENDED, NOW).active()).isFalse();
    }

    @Test
    void refusesOlderTiers() {
        Worker promoted = WorkerDecider.tiers(anyWorker(), tier(3), 5, NOW);

        assertThat(promoted.tier("animals", "requester")).isEqualTo(3);
        assertThat(WorkerDecider.tiers(promoted, tier(2), 4, NOW)).isEqualTo(promoted);
        assertThat(WorkerDecider.tiers(promoted, tier(2), 5, NOW)).isEqualTo(promoted);
        assertThat(WorkerDecider.tiers(promoted, tier(2), 6, NOW).tier("animals", "requester"))
                .isEqualTo(2);
    }

    @Test
    void needsAllGoldUntilReviewTellsOtherwise() {
        Worker heard =
                WorkerDecider.tiers(
                        anyWorker(),
                        Map.of(
                                "animals",
                                new SkillStanding(1, 20, 19, 0.9, 0.99, 0.25, null),
                                "text",
                                new SkillStanding(1, 2, 2, 0.4, 0.99)),
                        5,
                        NOW);

        assertThat(anyWorker().goldNeed("animals", "requester")).isEqualTo(1);
        assertThat(heard.goldNeed("animals", "requester")).isEqualTo(0.25);
        assertThat(heard.goldNeed("text", "requester")).isEqualTo(1);
        assertThat(
                        WorkerDecider.move(heard, WorkerStatus.ACTIVE, NOW)
                                .goldNeed("animals", "requester"))
                .isEqualTo(0.25);
    }

    @Test
    void remembersTheNewestGuidelineThatWasRead() {
        Worker read = WorkerDecider.acknowledge(anyWorker(), "p", 2);

        assertThat(read.acknowledgedVersion("p")).isEqualTo(2);
        assertThat(read.acknowledgedVersion("q")).isEqualTo(0);
        assertThat(WorkerDecider.acknowledge(read, "p", 1)).isEqualTo(read);
        assertThat(WorkerDecider.acknowledge(read, "p", 3).acknowledgedVersion("p")).isEqualTo(3);
        assertThat(WorkerDecider.tiers(read, tier(3), 5, NOW).acknowledgedVersion("p"))
                .isEqualTo(2);
        assertThat(WorkerDecider.move(read, WorkerStatus.SUSPENDED, NOW).acknowledgedVersion("p"))
                .isEqualTo(2);
    }

    @Test
    void knowsAGuidelineByTheVersionThatLastChangedWhatIsAsked() {
        Worker second = WorkerDecider.acknowledge(anyWorker(), "p", 2);

        assertThat(second.hasAcknowledged("p", guideline(2, null))).isTrue();
        assertThat(second.hasAcknowledged("p", guideline(3, 2))).isTrue();
        assertThat(second.hasAcknowledged("p", guideline(3, null))).isFalse();
        assertThat(second.hasAcknowledged("p", guideline(4, 3))).isFalse();
        assertThat(second.hasAcknowledged("p", guideline(1, null))).isTrue();
        assertThat(second.hasAcknowledged("q", guideline(1, null))).isFalse();
    }

    @Test
    void forgetsWhatWasReadLongestAgo() {
        Worker worker = WorkerDecider.acknowledge(anyWorker(), "first", 1);
        worker = WorkerDecider.acknowledge(worker, "second", 1);
        worker = WorkerDecider.acknowledge(worker, "first", 2);
        for (int i = 2; i <= WorkerDecider.MAX_PROJECTS; i++) {
            worker = WorkerDecider.acknowledge(worker, "p" + i, 1);
        }

        assertThat(worker.acknowledged()).hasSize(WorkerDecider.MAX_PROJECTS);
        assertThat(worker.acknowledgedVersion("first")).isEqualTo(2);
        assertThat(worker.acknowledgedVersion("second")).isEqualTo(0);
    }

    @Test
    void remembersTheNewestTestThatWasPassed() {
        Worker passed = WorkerDecider.qualify(anyWorker(), "p", 2);

        assertThat(passed.passedVersion("p")).isEqualTo(2);
        assertThat(passed.passedVersion("q")).isEqualTo(0);
        assertThat(WorkerDecider.qualify(passed, "p", 1)).isEqualTo(passed);
        assertThat(WorkerDecider.acknowledge(passed, "p", 3).passedVersion("p")).isEqualTo(2);
        assertThat(WorkerDecider.tiers(passed, tier(3), 5, NOW).passedVersion("p")).isEqualTo(2);
    }

    private static Guideline guideline(int version, @Nullable Integer materialSince) {
        return new Guideline(version, "0".repeat(64), "# Look", materialSince);
    }

    @Test
    void standsElsewhereWithARequesterWhoHasCheckedThem() {
        SkillStanding standing =
                new SkillStanding(
                        1,
                        58,
                        58,
                        0.05,
                        0.95,
                        1.0,
                        null,
                        Map.of("own", new RequesterStanding(5, 0.125)));

        Worker heard = WorkerDecider.tiers(anyWorker(), Map.of("animals", standing), 5, NOW);

        assertThat(heard.tier("animals", "own")).isEqualTo(5);
        assertThat(heard.goldNeed("animals", "own")).isEqualTo(0.125);
        assertThat(heard.tier("animals", "stranger")).isEqualTo(1);
        assertThat(heard.goldNeed("animals", "stranger")).isEqualTo(1);
        assertThat(heard.tier("text", "own")).isEqualTo(1);
        assertThat(WorkerDecider.acknowledge(heard, "p", 1).tier("animals", "own")).isEqualTo(5);
        assertThat(WorkerDecider.qualify(heard, "p", 1).tier("animals", "own")).isEqualTo(5);
        assertThat(WorkerDecider.move(heard, WorkerStatus.SUSPENDED, NOW).tier("animals", "own"))
                .isEqualTo(5);
        assertThat(WorkerDecider.tiers(heard, tier(2), 6, NOW).tier("animals", "own")).isEqualTo(2);
    }

    private static Map<String, SkillStanding> tier(int tier) {
        return Map.of("animals", new SkillStanding(tier, 20, 19, 0.9, 0.99));
    }

    private static Worker anyWorker() {
        return WorkerDecider.apply(false, NOW);
    }
}
