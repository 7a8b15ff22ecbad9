package io.assay.payment;

import static io.assay.payment.Fixtures.accepted;
import static io.assay.payment.Fixtures.assigned;
import static io.assay.payment.Fixtures.corrected;
import static io.assay.payment.Fixtures.project;
import static io.assay.payment.Fixtures.rejected;
import static io.assay.payment.Fixtures.returned;
import static io.assay.payment.Fixtures.reviewed;
import static io.assay.payment.Fixtures.rupees;
import static io.assay.payment.Fixtures.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.BudgetChanged;
import io.assay.events.BudgetExhausted;
import io.assay.events.EarningRecorded;
import io.assay.events.Verdict;
import io.assay.messaging.Envelope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class PayLabelsIT extends PaymentFlow {

    private String projectId = "";
    private String workerId = "";
    private String taskId = "";

    @BeforeEach
    void names() {
        projectId = fresh("p");
        workerId = fresh("w");
        taskId = fresh("t");
    }

    @Test
    void paysOnceHoweverOftenTheVerdictComes() {
        publish(project(projectId, 1, 1_000));
        publish(assigned(taskId, workerId, projectId));
        publish("verdict-" + taskId, 1, accepted(taskId, workerId, projectId));
        eventually(() -> assertHeld(150));

        publish("verdict-" + taskId, 1, accepted(taskId, workerId, projectId));
        publish("verdict-" + taskId, 1, accepted(taskId, workerId, projectId));
        publish("verdict-2", 1, accepted(taskId + "x", workerId, projectId));

        eventually(() -> assertHeld(300));
        eventually(() -> assertBudget(1_000, -150, 300, false));
        try (EventLog earnings = new EventLog(engines, "assay.earnings")) {
            eventually(
                    () ->
                            assertThat(earnings.all(EarningRecorded.class, workerId))
                                    .extracting(Envelope::id)
                                    .containsExactlyInAnyOrder(
                                            taskId + "." + workerId + ".label_accepted",
                                            taskId + "x." + workerId + ".label_accepted"));
        }
        assertThat(get("/v1/earnings?limit=1", workerId, "worker"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(1);
    }

    @Test
    void aVerdictMayComeBeforeItsLeaseAndItsProject() {
        publish(accepted(taskId, workerId, projectId));
        eventually(() -> assertDispute("waiting"));

        publish(project(projectId, 1, 1_000));
        eventually(() -> assertHeld(150));
        publish(assigned(taskId, workerId, projectId));

        eventually(() -> assertBudget(1_000, 0, 150, false));
        eventually(() -> assertDispute("paid"));
    }

    @Test
    void releasesWhatIsReturnedOrRejected() {
        publish(project(projectId, 1, 1_000));
        publish(assigned(taskId + 1, workerId, projectId));
        publish(assigned(taskId + 2, workerId, projectId));
        publish(assigned(taskId + 3, workerId, projectId));
        eventually(() -> assertBudget(1_000, 450, 0, false));

        publish(returned(taskId + 1, workerId, projectId));
        publish(rejected(taskId + 2, workerId, projectId));

        eventually(() -> assertBudget(1_000, 150, 0, false));
    }

    @Test
    void paysACorrectedLabelOnceInAnyOrderAndHoweverOften() {
        publish(project(projectId, 1, 1_000));
        publish(assigned(taskId, workerId, projectId));
        publish("first", 1, rejected(taskId, workerId, projectId));
        eventually(() -> assertBudget(1_000, 0, 0, false));

        publish("second", 2, corrected(taskId, workerId, projectId));
        publish("first", 1, rejected(taskId, workerId, projectId));
        publish("second", 2, corrected(taskId, workerId, projectId));
        publish("other", 3, corrected(taskId, workerId, projectId));
        publish("second-" + taskId, 2, corrected(taskId + "x", workerId, projectId));
        publish("first-" + taskId, 1, rejected(taskId + "x", workerId, projectId));
        publish(assigned(taskId + "x", workerId, projectId));

        eventually(() -> assertHeld(300));
        eventually(() -> assertBudget(1_000, 0, 300, false));
    }

    @Test
    void aCorrectionOfWhatWasAcceptedPaysNothingMore() {
        publish(project(projectId, 1, 1_000));
        publish(assigned(taskId, workerId, projectId));
        publish(accepted(taskId, workerId, projectId));
        publish(corrected(taskId, workerId, projectId));
        publish(assigned(taskId + "x", workerId, projectId));
        // of the same task, so that it is read after the correction
        publish(accepted(taskId, fresh("other"), projectId));

        eventually(() -> assertBudget(1_000, 0, 300, false));
        eventually(() -> assertHeld(150));
    }

    @Test
    void aCorrectionOfWhatWaitsForItsProjectPaysOnceFromWhatWasPromised() {
        publish(assigned(taskId, workerId, projectId));
        publish(accepted(taskId, workerId, projectId));
        publish("correction", 2, corrected(taskId, workerId, projectId));
        publish(corrected(taskId, workerId, projectId));
        eventually(() -> assertDispute("waiting"));
        // of the same task, so that it is read after the corrections
        String other = fresh("other");
        publish(assigned(taskId, other, projectId));
        publish(accepted(taskId, other, projectId));
        eventually(() -> assertThat(disputes("waiting")).bodyText().contains(taskId + "." + other));

        publish(project(projectId, 1, 1_000));

        eventually(() -> assertBudget(1_000, 0, 300, false));
        eventually(() -> assertHeld(150));
    }

    @Test
    void disputesAWrongPriceUntilFinanceApproves() {
        publish(project(projectId, 1, 1_000));
        publish(reviewed(taskId, workerId, projectId, Verdict.ACCEPTED, terms(1, 151)));
        eventually(() -> assertDispute("disputed"));
        assertThat(get("/v1/balance", workerId, "worker"))
                .bodyJson()
                .extractingPath("$.balances")
                .asArray()
                .isEmpty();

        String id = taskId + "." + workerId;
        assertThat(get("/v1/ledger/disputes?status=disputed&cursor=" + id, "f1", "finance"))
                .hasStatus(400);

        String dispute = "/v1/ledger/disputes/" + id;
        assertThat(post(dispute + "/approve", "f1", "finance")).hasStatusOk();

        eventually(() -> assertHeld(151));
        eventually(() -> assertDispute("paid"));
        assertThat(post(dispute + "/approve", "f1", "finance")).hasStatusOk();
    }

    @Test
    void tellsOnceThatABudgetIsUsedUp() {
        publish(project(projectId, 1, 300));
        publish(assigned(taskId + 1, workerId, projectId));
        eventually(() -> assertBudget(300, 150, 0, false));
        publish(assigned(taskId + 2, workerId, projectId));
        publish(assigned(taskId + 3, workerId, projectId));
        eventually(() -> assertBudget(300, 450, 0, true));
        publish(accepted(taskId + 1, workerId, projectId));
        eventually(() -> assertBudget(300, 300, 150, true));

        try (EventLog budgets = new EventLog(engines, "assay.budgets")) {
            eventually(
                    () ->
                            assertThat(budgets.all(BudgetChanged.class, projectId))
                                    .last()
                                    .extracting(Envelope::event)
                                    .isInstanceOfSatisfying(
                                            BudgetChanged.class,
                                            b -> assertThat(b.spent()).isEqualTo(rupees(150))));
            assertThat(budgets.all(BudgetExhausted.class, projectId)).hasSize(1);
            assertThat(budgets.all(BudgetChanged.class, projectId))
                    .extracting(Envelope::sequence)
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aNewLimitOpensTheBudgetAgain() {
        publish("project-1", 1, project(projectId, 1, 150));
        publish(assigned(taskId, workerId, projectId));
        eventually(() -> assertBudget(150, 150, 0, true));

        publish("project-2", 2, project(projectId, 1, 500));
        publish("project-1", 1, project(projectId, 1, 150));

        eventually(() -> assertBudget(500, 150, 0, false));
    }

    private void assertHeld(long minor) {
        assertThat(get("/v1/balance", workerId, "worker"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.balances[0].held.minor")
                .isEqualTo((int) minor);
    }

    private void assertBudget(long limit, long reserved, long spent, boolean exhausted) {
        assertThat(get("/v1/budgets/" + projectId, "requester-of-" + projectId, "requester"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"limit": {"minor": %d, "currency": "INR"}, "reserved": {"minor": %d},
                         "spent": {"minor": %d}, "exhausted": %s}
                        """
                                .formatted(limit, reserved, spent, exhausted));
    }

    private MvcTestResult disputes(String status) {
        return get("/v1/ledger/disputes?limit=200&status=" + status, "f1", "finance");
    }

    private void assertDispute(String status) {
        assertThat(disputes(status)).hasStatusOk().bodyText().contains(taskId + "." + workerId);
    }
}
