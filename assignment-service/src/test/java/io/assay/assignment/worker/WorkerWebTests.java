package io.assay.assignment.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.messaging.Aggregates;
import io.assay.messaging.InMemoryStore;
import io.assay.web.TestTokens;
import java.time.Clock;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(WorkerController.class)
@Import({
    TestTokens.Config.class,
    InMemoryStore.class,
    MongoApplications.class,
    WorkerWebTests.Config.class
})
class WorkerWebTests {

    @TestConfiguration(proxyBeanMethods = false)
    static class Config {

        @Bean
        MongoWorkers workers(Aggregates aggregates) {
            return new MongoWorkers(aggregates);
        }

        @Bean
        ChangeWorkers changeWorkers(
                MongoWorkers workers, MongoApplications applications, Clock clock) {
            Persons persons = new Persons("a secret for tests only");
            return new ChangeWorkers(workers, applications, persons, false, clock);
        }
    }

    @Autowired MockMvcTester http;
    @Autowired MongoApplications applications;
    @Autowired MongoTemplate mongo;

    private final String worker = UUID.randomUUID().toString().substring(0, 8);
    private final String phone =
            "+999%012d".formatted(Integer.toUnsignedLong(UUID.randomUUID().hashCode()));

    @BeforeEach
    void prepare() {
        applications.prepare();
    }

    @Test
    void keepsWhatWasSaidAndNoNumber() {
        assertThat(apply(worker, phone)).hasStatus(201);

        assertThat(http.get().uri("/v1/workers/me").header("Authorization", as(worker)))
                .bodyJson()
                .hasPathSatisfying("$.status", it -> it.assertThat().isEqualTo("applied"))
                .hasPathSatisfying("$.application.residence", it -> it.assertThat().isEqualTo("IN"))
                .hasPathSatisfying(
                        "$.application.languages[1]", it -> it.assertThat().isEqualTo("en"))
                .hasPathSatisfying(
                        "$.application.abilities[0]", it -> it.assertThat().isEqualTo("box"));
        for (String collection : mongo.getCollectionNames()) {
            for (Document document : mongo.findAll(Document.class, collection)) {
                assertThat(document.toJson()).doesNotContain(phone.substring(1));
            }
        }
    }

    @Test
    void programsApplyWithoutAForm() {
        assertThat(applyWithoutForm()).hasStatus(201);
        assertThat(applyWithoutForm()).hasStatus(200);

        assertThat(http.get().uri("/v1/workers/me").header("Authorization", as(worker)))
                .bodyJson()
                .doesNotHavePath("$.application")
                .hasPathSatisfying("$.status", it -> it.assertThat().isEqualTo("applied"));
    }

    private MvcTestResult applyWithoutForm() {
        return http.post().uri("/v1/workers").header("Authorization", as(worker)).exchange();
    }

    @Test
    void applyingAgainChangesNothing() {
        apply(worker, phone);

        assertThat(apply(worker, "+999000000000001")).hasStatus(200);
    }

    @Test
    void tellsWhoAppliedWithAnotherAccount() {
        apply(worker, phone);

        MvcTestResult second = apply("another-" + worker, "00" + phone.substring(1));

        assertThat(second).hasStatus(409);
        assertThat(second)
                .bodyJson()
                .hasPathSatisfying(
                        "$.type", it -> it.assertThat().isEqualTo("/problems/already-applied"));
        assertThat(
                        http.get()
                                .uri("/v1/workers/me")
                                .header("Authorization", as("another-" + worker)))
                .hasStatus(404);
    }

    @Test
    void forgetsWhatWasSaid() {
        apply(worker, phone);

        assertThat(forget(worker)).hasStatus(204);

        assertThat(http.get().uri("/v1/workers/me").header("Authorization", as(worker)))
                .bodyJson()
                .doesNotHavePath("$.application");
        assertThat(apply("another-" + worker, phone)).hasStatus(201);
    }

    @Test
    void aSuspendedPersonDoesNotApplyAnew() {
        apply(worker, phone);
        http.post()
                .uri("/v1/workers/" + worker + "/suspend")
                .header("Authorization", TestTokens.bearer("o", "ops"))
                .exchange();

        forget(worker);

        assertThat(http.get().uri("/v1/workers/me").header("Authorization", as(worker)))
                .bodyJson()
                .doesNotHavePath("$.application");
        assertThat(apply("another-" + worker, phone)).hasStatus(409);
    }

    @Test
    void refusesWhatIsNotWhole() {
        MvcTestResult refused = send(worker, "{\"adult\":true}");

        assertThat(refused).hasStatus(422);
        assertThat(refused)
                .bodyJson()
                .hasPathSatisfying(
                        "$.type", it -> it.assertThat().isEqualTo("/problems/invalid-application"));
    }

    @Test
    void showsAnApplicationToOperationsAlone() {
        apply(worker, phone);

        assertThat(
                        http.get()
                                .uri("/v1/workers/" + worker)
                                .header("Authorization", TestTokens.bearer("o", "ops")))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.application.residence", it -> it.assertThat().isEqualTo("IN"));
        assertThat(http.get().uri("/v1/workers/" + worker).header("Authorization", as("other")))
                .hasStatus(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"requester", "reviewer", "ops", "partner", "finance"})
    void isForWorkersOnly(String role) {
        String bearer = TestTokens.bearer("w", role);

        assertThat(
                        http.post()
                                .uri("/v1/workers")
                                .header("Authorization", bearer)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{}"))
                .hasStatus(403);
        assertThat(http.delete().uri("/v1/workers/me/application").header("Authorization", bearer))
                .hasStatus(403);
    }

    private MvcTestResult apply(String who, String number) {
        return send(
                who,
                """
                {"adult":true,"residence":"IN","languages":["hi","en"],"abilities":["box"],"phone":"%s"}
                """
                        .formatted(number));
    }

    private MvcTestResult send(String who, String body) {
        return http.post()
                .uri("/v1/workers")
                .header("Authorization", as(who))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult forget(String who) {
        return http.delete()
                .uri("/v1/workers/me/application")
                .header("Authorization", as(who))
                .exchange();
    }

    private static String as(String worker) {
        return TestTokens.bearer(worker, "worker");
    }
}
