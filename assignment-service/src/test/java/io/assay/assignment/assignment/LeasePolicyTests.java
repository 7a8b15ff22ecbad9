package io.assay.assignment.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.assignment.Fixtures;
import io.assay.assignment.assignment.Reason.Rule;
import io.assay.assignment.dispatch.Dispatch;
import io.assay.assignment.dispatch.KnownAssignment;
import io.assay.assignment.dispatch.KnownAssignment.Status;
import io.assay.assignment.project.Project;
import io.assay.assignment.worker.Worker;
import io.assay.events.GoldRule;
import io.assay.events.Guideline;
import io.assay.events.LeaseRule;
import io.assay.events.ProjectChanged;
import io.assay.events.ProjectStatus;
import io.assay.events.WorkerStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LeasePolicyTests {

    private static final Guideline FIRST = new Guideline(1, "0".repeat(64), "# Look");

    private final Dispatch dispatch = new Dispatch();
    private final LeasePolicy policy = new LeasePolicy(dispatch, 2, 100);

    @Test
    void findsNothingInTheWayOfAWorkerWhoMayWork() {
        hold(9);

        assertThat(ofWorker(active(1))).isEmpty();
        assertThat(ofProject(active(1), published(1))).isEmpty();
        assertThat(policy.lists("w", active(1), published(1))).isTrue();
    }

    @Test
    void tellsWhatKeepsAWorkerFromAllProjects() {
        hold(100);

        assertThat(ofWorker(suspended()))
                .containsExactly(
                        Reason.of(Rule.WORKER_NOT_ACTIVE),
                        new Reason(Rule.HOLDING_TOO_MANY, null, 100, 99));
        assertThat(policy.lists("w", suspended(), published(1))).isFalse();
    }

    @Test
    void refusesALeaseByTheFirstRule() {
        Project hidden = project(ProjectStatus.PAUSED, 4);
        hold(100);

        assertThat(policy.refusal("w", suspended())).contains(new LeaseRefusal.NotActive());
        assertThat(policy.refusal("w", active(2), hidden))
                .contains(new LeaseRefusal.TierTooLow(2, 4));
        assertThat(policy.refusal("w", active(2), project(ProjectStatus.DRAFT, 1)))
                .contains(new LeaseRefusal.NoProject());
        assertThat(policy.refusal("w", Fixtures.worker(1), published(1)))
                .contains(new LeaseRefusal.GuidelineNotAcknowledged("p", 0, 1));
        assertThat(policy.refusal("w", active(1), published(1)))
                .contains(new LeaseRefusal.HoldingTooMany(100, 10));
    }

    @Test
    void listsWorkThatOnlyAGuidelineOrWhatIsHeldKeepsBack() {
        hold(100);

        assertThat(policy.lists("w", Fixtures.worker(1), published(1))).isTrue();
        assertThat(policy.lists("w", active(1), project(ProjectStatus.PAUSED, 1))).isFalse();
        assertThat(policy.lists("w", active(1), published(2))).isFalse();
        assertThat(policy.lists("w", active(2), new Project(Fixtures.tested("p", 2, true, FIRST))))
                .isFalse();
    }

    @Test
    void tellsNothingOfADraft() {
        assertThat(ofProject(active(1), project(ProjectStatus.DRAFT, 1))).isEmpty();
    }

    @Test
    void tellsOfAPauseAndOfTheEnd() {
        assertThat(ofProject(ProjectStatus.PAUSED)).containsExactly(Reason.of(Rule.PROJECT_PAUSED));
        assertThat(ofProject(ProjectStatus.CLOSED)).containsExactly(Reason.of(Rule.PROJECT_CLOSED));
    }

    @Test
    void tellsTheTierThatAProjectNeeds() {
        assertThat(ofProject(active(2), published(4)))
                .containsExactly(new Reason(Rule.NOT_QUALIFIED, null, 2, 4));
    }

    @Test
    void tellsThatTheTestIsNotPassed() {
        Project tested = new Project(Fixtures.tested("p", 2, true, FIRST));
        Guideline changed = new Guideline(2, "0".repeat(64), "# Look twice");
        Project retested = new Project(Fixtures.tested("p", 2, true, changed));
        Worker passed = Fixtures.qualified(Fixtures.worker(1, "p"), "p", 1);

        assertThat(ofProject(active(1), tested))
                .containsExactly(new Reason(Rule.TEST_NOT_PASSED, null, 0, 1));
        assertThat(ofProject(passed, tested)).isEmpty();
        assertThat(ofProject(passed, retested))
                .startsWith(new Reason(Rule.TEST_NOT_PASSED, null, 1, 2));
    }

    @Test
    void aPassedTestLiftsToTheLowestTierOfItsProject() {
        Project tested = new Project(Fixtures.tested("p", 3, false, FIRST));
        Worker passed = Fixtures.qualified(Fixtures.worker(1, "p"), "p", 1);

        assertThat(tested.tier(Fixtures.worker(1))).isEqualTo(1);
        assertThat(tested.tier(passed)).isEqualTo(3);
        assertThat(published(1).tier(passed)).isEqualTo(1);
        assertThat(policy.refusal("w", Fixtures.worker(5, "p"), tested))
                .contains(new LeaseRefusal.TestNotPassed("p", 0, 1));
        assertThat(policy.refusal("w", passed, tested)).isEmpty();
    }

    @Test
    void tellsTheVersionOfTheGuidelineThatIsToBeAcknowledged() {
        Guideline third = new Guideline(3, "0".repeat(64), "# Look twice", 2);
        Project project = new Project(Fixtures.project("p", third));

        assertThat(ofProject(active(1), project))
                .containsExactly(new Reason(Rule.GUIDELINE_NOT_ACKNOWLEDGED, null, 1, 3));
        assertThat(ofProject(Fixtures.worker(1), project))
                .containsExactly(new Reason(Rule.GUIDELINE_NOT_ACKNOWLEDGED, null, 0, 3));
    }

    @Test
    void findsNothingInTheWayAfterAnEditorialChange() {
        Guideline reworded = new Guideline(2, "0".repeat(64), "# Look closely!", 1);
        Project project = new Project(Fixtures.project("p", reworded));

        assertThat(ofProject(active(1), project)).isEmpty();
    }

    @Test
    void tellsHowManyAWorkerMayHoldOfAProject() {
        hold(10);

        assertThat(ofProject(active(1), published(1)))
                .containsExactly(new Reason(Rule.HOLDING_TOO_MANY, null, 10, 9));
    }

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

    private double rate(@Nullable GoldRule rule, Map<String, Double> needs) {
        Worker worker = Fixtures.worker(Map.of(), needs, "p");
        return policy.allowance("w", worker, project(rule), null).orElseThrow().goldRate();
    }

    private void hold(int tasks) {
        dispatch.adopt(Set.of(0));
        for (int i = 0; i < tasks; i++) {
            KnownAssignment lease =
                    new KnownAssignment("t" + i, "p", 0, "w", Status.LEASED, Fixtures.NOW);
            dispatch.restore(List.of(), List.of(lease));
        }
    }

    private List<Reason> ofWorker(Worker worker) {
        return reasons(policy.refusals("w", worker));
    }

    private List<Reason> ofProject(Worker worker, Project project) {
        return reasons(policy.refusals("w", worker, project));
    }

    private static List<Reason> reasons(List<LeaseRefusal> refusals) {
        return refusals.stream().flatMap(refusal -> Reason.of(refusal).stream()).toList();
    }

    private static Worker suspended() {
        return new Worker(
                WorkerStatus.SUSPENDED,
                Map.of(),
                Map.of(),
                0,
                Map.of(),
                Map.of(),
                Fixtures.NOW,
                Fixtures.NOW);
    }

    private static Project project(ProjectStatus status, int minTier) {
        return new Project(Fixtures.project("p", status, minTier, new LeaseRule(5, 3_600)));
    }

    private List<Reason> ofProject(ProjectStatus status) {
        return ofProject(active(1), project(status, 1));
    }

    private static Project published(int minTier) {
        return project(ProjectStatus.PUBLISHED, minTier);
    }

    private static Worker active(int tier) {
        return Fixtures.worker(tier, "p");
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
