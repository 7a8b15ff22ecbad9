package io.assay.payment;

import static io.assay.payment.Fixtures.accepted;
import static io.assay.payment.Fixtures.assigned;
import static io.assay.payment.Fixtures.project;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

class AuditIT extends PaymentFlow {

    @Autowired MongoTemplate mongo;

    @Test
    void findsAndRepairsABalanceThatDrifted() {
        String projectId = fresh("p");
        String workerId = fresh("w");
        publish(project(projectId, 1, 1_000));
        publish(assigned("t1", workerId, projectId));
        publish(accepted("t1", workerId, projectId));
        eventually(() -> assertHeld(workerId, 150));
        assertClean(audit());

        mongo.getCollection("balances")
                .updateOne(Filters.eq("owner", "worker:" + workerId), Updates.inc("minor", 1_000L));
        assertHeld(workerId, 1_150);

        String found = audit();
        assertThat(get(found, "f1", "finance"))
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"status": "done", "differenceCount": 1,
                         "differences": [{"projected": 1150, "recounted": 150, "currency": "INR"}]}
                        """);
        assertThat(post(found + "/repair", "f1", "finance"))
                .bodyJson()
                .extractingPath("$.repaired")
                .isEqualTo(1);

        assertHeld(workerId, 150);
        assertClean(audit());
    }

    @Test
    void theBooksBalance() {
        String projectId = fresh("p");
        publish(project(projectId, 1, 1_000));
        publish(assigned("t1", "w1", projectId));
        publish(accepted("t1", "w1", projectId));

        eventually(
                () ->
                        assertThat(get("/v1/ledger/accounts?limit=200", "f1", "finance"))
                                .bodyText()
                                .contains("project:" + projectId + ":funding"));
        assertThat(get("/v1/ledger/trial-balance", "f1", "finance"))
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"balanced": true, "currencies": [{"currency": "INR", "balanced": true}]}
                        """);
        eventually(
                () ->
                        assertThat(
                                        get(
                                                "/v1/ledger/entries?account=project:"
                                                        + projectId
                                                        + ":reserved",
                                                "f1",
                                                "finance"))
                                .bodyJson()
                                .extractingPath("$.items[*].kind")
                                .asArray()
                                .containsExactlyInAnyOrder("earning", "reserve"));
    }

    private String audit() {
        String location =
                post("/v1/ledger/audits", "f1", "finance").getResponse().getHeader("Location");
        assertThat(location).isNotNull();
        eventually(
                () ->
                        assertThat(get(location, "f1", "finance"))
                                .bodyJson()
                                .extractingPath("$.status")
                                .isEqualTo("done"));
        return location;
    }

    private void assertClean(String audit) {
        assertThat(get(audit, "f1", "finance"))
                .bodyJson()
                .extractingPath("$.differenceCount")
                .isEqualTo(0);
    }

    private void assertHeld(String workerId, int minor) {
        assertThat(get("/v1/balance", workerId, "worker"))
                .bodyJson()
                .extractingPath("$.balances[0].held.minor")
                .isEqualTo(minor);
    }
}
