package io.assay.assignment.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.assignment.Fixtures;
import io.assay.assignment.assignment.Reason.Rule;
import io.assay.assignment.dispatch.TaskAvailability;
import io.assay.assignment.project.Project;
import io.assay.assignment.worker.Worker;
import io.assay.events.Guideline;
import io.assay.events.LeaseRule;
import io.assay.events.ProjectStatus;
import io.assay.events.WorkerStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WhyNoWorkTests {

    private static final LeaseLimits LIMITS = new LeaseLimits(2, 100);
    private static final Guideline FIRST = new Guideline(1, "0".repeat(64), "# Look");
    private static final TaskAvailability PLENTY =
            new TaskAvailability(true, 9, List.of(0, 0, 0, 0), 0, true, 0, 0);

    @Test
    void findsNothingInTheWayOfAWorkerWhoMayWork() {
        assertThat(WhyNoWork.ofWorker(active(1), 99, LIMITS, true)).isEmpty();
        assertThat(WhyNoWork.ofProject(active(1), published(1), PLENTY, LIMITS)).isEmpty();
        assertThat(WhyNoWork.ofTasks(1, PLENTY)).isEmpty();
    }

    @Test
    void tellsWhatKeepsAWorkerFromAllProjects() {
        Worker suspended =
                new Worker(
                        WorkerStatus.SUSPENDED,
                        Map.of(),
                        Map.of(),
                        0,
                        Map.of(),
                        Map.of(),
                        Fixtures.NOW,
                        Fixtures.NOW);

        assertThat(WhyNoWork.ofWorker(suspended, 100, LIMITS, false))
                .containsExactly(
                        Reason.of(Rule.WORKER_NOT_ACTIVE),
                        new Reason(Rule.HOLDING_TOO_MANY, null, 100, 99),
                        Reason.of(Rule.SHARE_MOVING));
    }

    @Test
    void tellsOfAPauseAndOfTheEnd() {
        assertThat(ofProject(ProjectStatus.PAUSED)).containsExactly(Reason.of(Rule.PROJECT_PAUSED));
        assertThat(ofProject(ProjectStatus.CLOSED)).containsExactly(Reason.of(Rule.PROJECT_CLOSED));
    }

    @Test
    void tellsTheTierThatAProjectNeeds() {
        assertThat(WhyNoWork.ofProject(active(2), published(4), PLENTY, LIMITS))
                .containsExactly(new Reason(Rule.NOT_QUALIFIED, null, 2, 4));
    }

    @Test
    void tellsThatTheTestIsNotPassed() {
        Project tested = new Project(Fixtures.tested("p", 2, true, FIRST));
        Guideline changed = new Guideline(2, "0".repeat(64), "# Look twice");
        Project retested = new Project(Fixtures.tested("p", 2, true, changed));
        Worker passed = Fixtures.qualified(Fixtures.worker(1, "p"), "p", 1);

        assertThat(WhyNoWork.ofProject(active(1), tested, PLENTY, LIMITS))
                .containsExactly(new Reason(Rule.TEST_NOT_PASSED, null, 0, 1));
        assertThat(WhyNoWork.ofProject(passed, tested, PLENTY, LIMITS)).isEmpty();
        assertThat(WhyNoWork.ofProject(passed, retested, PLENTY, LIMITS))
                .startsWith(new Reason(Rule.TEST_NOT_PASSED, null, 1, 2));
    }

    @Test
    void aPassedTestLiftsToTheLowestTierOfItsProject() {
        Project tested = new Project(Fixtures.tested("p", 3, false, FIRST));
        Worker passed = Fixtures.qualified(Fixtures.worker(1, "p"), "p", 1);

        assertThat(Admission.tier(Fixtures.worker(1), tested)).isEqualTo(1);
        assertThat(Admission.tier(passed, tested)).isEqualTo(3);
        assertThat(Admission.tier(passed, published(1))).isEqualTo(1);
        assertThat(Admission.isAdmitted(Fixtures.worker(5), tested)).isFalse();
        assertThat(Admission.isAdmitted(passed, tested)).isTrue();
    }

    @Test
    void tellsTheVersionOfTheGuidelineThatIsToBeAcknowledged() {
        Guideline third = new Guideline(3, "0".repeat(64), "# Look twice", 2);
        Project project = new Project(Fixtures.project("p", third));

        assertThat(WhyNoWork.ofProject(active(1), project, PLENTY, LIMITS))
                .containsExactly(new Reason(Rule.GUIDELINE_NOT_ACKNOWLEDGED, null, 1, 3));
        assertThat(WhyNoWork.ofProject(Fixtures.worker(1), project, PLENTY, LIMITS))
                .containsExactly(new Reason(Rule.GUIDELINE_NOT_ACKNOWLEDGED, null, 0, 3));
    }

    @Test
    void findsNothingInTheWayAfterAnEditorialChange() {
        Guideline reworded = new Guideline(2, "0".repeat(64), "# Look closely!", 1);
        Project project = new Project(Fixtures.project("p", reworded));

        assertThat(WhyNoWork.ofProject(active(1), project, PLENTY, LIMITS)).isEmpty();
    }

    @Test
    void tellsHowManyAWorkerMayHoldOfAProject() {
        TaskAvailability held = new TaskAvailability(true, 9, List.of(), 0, true, 10, 0);

        assertThat(WhyNoWork.ofProject(active(1), published(1), held, LIMITS))
                .containsExactly(new Reason(Rule.HOLDING_TOO_MANY, null, 10, 9));
    }

    @Test
    void tellsRoughlyHowManyTasksEachRuleWithholds() {
        TaskAvailability availability =
                new TaskAvailability(false, 3, List.of(0, 70, 0), 5, true, 0, 25);

        assertThat(WhyNoWork.ofTasks(2, availability))
                .containsExactly(
                        Reason.of(Rule.ALREADY_HAD, 1),
                        new Reason(Rule.TIER_TOO_LOW, 10, 2, 4),
                        Reason.of(Rule.BUDGET_EXHAUSTED, 10),
                        Reason.of(Rule.NAMED_FOR_OTHERS, 1));
    }

    /** How many are taken goes up with a lease of work, and not with one of gold. */
    @Test
    void tellsThatAllIsTakenAndNotHowMuch() {
        TaskAvailability plenty = new TaskAvailability(true, 9, List.of(), 0, true, 0, 0);
        TaskAvailability none = new TaskAvailability(false, 0, List.of(), 0, true, 0, 0);

        assertThat(WhyNoWork.ofTasks(1, plenty)).isEmpty();
        assertThat(WhyNoWork.ofTasks(1, none)).containsExactly(Reason.of(Rule.TAKEN));
    }

    @Test
    void tellsThatNothingIsOpen() {
        assertThat(WhyNoWork.ofTasks(1, new TaskAvailability(false, 0, List.of(), 0, false, 0, 0)))
                .containsExactly(Reason.of(Rule.NOTHING_OPEN));
    }

    private static List<Reason> ofProject(ProjectStatus status) {
        Project project = new Project(Fixtures.project("p", status, 1, new LeaseRule(5, 3_600)));
        return WhyNoWork.ofProject(active(1), project, PLENTY, LIMITS);
    }

    private static Project published(int minTier) {
        return new Project(
                Fixtures.project("p", ProjectStatus.PUBLISHED, minTier, new LeaseRule(5, 3_600)));
    }

    private static Worker active(int tier) {
        return Fixtures.worker(tier, "p");
    }
}
