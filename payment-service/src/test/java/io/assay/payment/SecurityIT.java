package io.assay.payment;

import static io.assay.payment.Fixtures.accepted;
import static io.assay.payment.Fixtures.project;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;

class SecurityIT extends PaymentFlow {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/balance",
                "/v1/earnings",
                "/v1/budgets/p1",
                "/v1/ledger/trial-balance",
                "/v1/ledger/accounts",
                "/v1/ledger/entries?account=project:p1:budget",
                "/v1/ledger/disputes",
                "/v1/ledger/audits/a1"
            })
    void nothingIsShownWithoutAToken(String path) {
        assertThat(http.get().uri(path).exchange()).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/balance, requester",
        "/v1/earnings, finance",
        "/v1/earnings/days, finance",
        "/v1/earnings/days, requester",
        "/v1/budgets/p1, worker",
        "/v1/budgets/p1, partner",
        "/v1/ledger/trial-balance, worker",
        "/v1/ledger/accounts, requester",
        "/v1/ledger/entries?account=project:p1:budget, requester",
        "/v1/ledger/disputes, ops",
        "/v1/ledger/audits/a1, worker",
        "/v1/ops/payment-service/dead-letters, finance"
    })
    void nothingIsShownWithoutTheRole(String path, String role) {
        assertThat(get(path, "someone", role)).hasStatus(HttpStatus.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/ledger/audits",
                "/v1/ledger/audits/a1/repair",
                "/v1/ledger/disputes/t1.w1/approve"
            })
    void onlyFinanceChangesAnything(String path) {
        assertThat(post(path, "w1", "worker")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post(path, "r1", "requester")).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void aWorkerSeesOnlyTheOwnEarnings() {
        String projectId = fresh("p");
        String workerId = fresh("w");
        publish(project(projectId, 1, 1_000));
        publish(accepted("t1", workerId, projectId));
        eventually(
                () ->
                        assertThat(get("/v1/earnings", workerId, "worker"))
                                .bodyText()
                                .contains("t1." + workerId));

        assertThat(get("/v1/earnings", fresh("other"), "worker"))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
        assertThat(get("/v1/earnings/days?zone=Asia/Kolkata", workerId, "worker"))
                .bodyJson()
                .extractingPath("$.items[0].parts[0].amount.minor")
                .isEqualTo(150);
        assertThat(get("/v1/earnings/days", fresh("other"), "worker"))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
        assertThat(get("/v1/balance", fresh("other"), "worker"))
                .bodyJson()
                .extractingPath("$.balances")
                .asArray()
                .isEmpty();
    }

    @Test
    void anotherRequestersBudgetIsNotThere() {
        String projectId = fresh("p");
        publish(project(projectId, 1, 1_000));
        String path = "/v1/budgets/" + projectId;
        eventually(
                () ->
                        assertThat(get(path, "requester-of-" + projectId, "requester"))
                                .hasStatusOk());

        assertThat(get(path, "r2", "requester")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(path, "requester-of-" + projectId, "worker"))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(get(path, "f1", "finance")).hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/earnings?limit=0, worker",
        "/v1/earnings?limit=x, worker",
        "/v1/earnings?cursor=x, worker",
        "/v1/earnings?from=yesterday, worker",
        "/v1/earnings/days?limit=0, worker",
        "/v1/earnings/days?limit=63, worker",
        "/v1/earnings/days?zone=Nowhere/At-all, worker",
        "/v1/earnings/days?cursor=2026-01-01, worker",
        "/v1/ledger/entries, finance",
        "/v1/ledger/entries?account=project:p1, finance",
        "/v1/ledger/disputes?status=lost, finance"
    })
    void refusesWhatItCannotRead(String path, String role) {
        assertThat(get(path, "someone", role))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .hasContentTypeCompatibleWith("application/problem+json");
    }

    @Test
    void knowsNoAuditOrDisputeThatIsNotThere() {
        assertThat(get("/v1/ledger/audits/none", "f1", "finance")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post("/v1/ledger/disputes/none/approve", "f1", "finance"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }
}
