package io.assay.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApiDescriptionIT extends PaymentFlow {

    @Test
    void namesEveryEndpoint() {
        assertThat(http.get().uri("/v3/api-docs").exchange())
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.paths")
                .asMap()
                .containsKeys(
                        "/v1/balance",
                        "/v1/earnings",
                        "/v1/budgets/{projectId}",
                        "/v1/ledger/trial-balance",
                        "/v1/ledger/entries",
                        "/v1/ledger/accounts",
                        "/v1/ledger/disputes",
                        "/v1/ledger/disputes/{assignmentId}/approve",
                        "/v1/ledger/audits",
                        "/v1/ledger/audits/{id}",
                        "/v1/ledger/audits/{id}/repair");
    }

    @Test
    void countsWhatMatters() throws Exception {
        String metrics =
                http.get()
                        .uri("/actuator/prometheus")
                        .exchange()
                        .getResponse()
                        .getContentAsString();

        assertThat(metrics).contains("assay_audit_differences", "assay_disputes_open");
    }
}
