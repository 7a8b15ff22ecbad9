package io.assay.assignment.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.assay.assignment.Fixtures;
import io.assay.assignment.dispatch.Dispatch;
import io.assay.assignment.dispatch.HandoverLock;
import io.assay.assignment.dispatch.OpenTask;
import io.assay.assignment.figure.MongoFigures;
import io.assay.assignment.project.GuidelinePictures;
import io.assay.assignment.project.KnownProjects;
import io.assay.assignment.project.MongoMembers;
import io.assay.assignment.project.Projects;
import io.assay.assignment.worker.MongoWorkers;
import io.assay.assignment.worker.StoredWorkers;
import io.assay.events.ApplicationRule;
import io.assay.events.Guideline;
import io.assay.events.LeaseRule;
import io.assay.events.ProjectChanged;
import io.assay.events.ProjectStatus;
import io.assay.messaging.Aggregates;
import io.assay.messaging.InMemoryStore;
import io.assay.web.SignedPictures;
import io.assay.web.TestTokens;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.AssertProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.json.JsonPathValueAssert;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(CardController.class)
@Import({
    TestTokens.Config.class,
    InMemoryStore.class,
    MongoFigures.class,
    MongoMembers.class,
    MongoPieces.class,
    GuidelinePictures.class,
    CardWebTests.Config.class
})
class CardWebTests {

    private static final String SHA = "0123456789abcdef".repeat(4);

    @TestConfiguration(proxyBeanMethods = false)
    static class Config {

        @Bean
        Dispatch dispatch() {
            return new Dispatch();
        }

        @Bean
        HandoverLock handoverLock() {
            return new HandoverLock();
        }

        @Bean
        WhyNot whyNot(Dispatch dispatch, HandoverLock handover, Clock clock) {
            return new WhyNot(new LeasePolicy(dispatch, 2, 100), dispatch, handover, clock);
        }

        @Bean
        SignedPictures pictures(Clock clock) {
            return new SignedPictures("a secret for tests only", clock);
        }

        @Bean
        MongoWorkers workers(Aggregates aggregates) {
            return StoredWorkers.of(aggregates, Map.of("w1", Fixtures.worker(1, "p1", "p2", "p3")));
        }

        @Bean
        Projects projects() {
            return KnownProjects.of(
                    List.of(
                            Fixtures.project("p1", guideline(1)),
                            Fixtures.project(
                                    "p2", ProjectStatus.PUBLISHED, 3, new LeaseRule(5, 3_600)),
                            Fixtures.tested("p3", 2, true, guideline(1)),
                            Fixtures.project("p4", guideline(7)),
                            Fixtures.applied(
                                    Fixtures.project("p5", guideline(1)),
                                    new ApplicationRule(null, Fixtures.NOW.plusSeconds(3_600), 3)),
                            Fixtures.applied(
                                    Fixtures.project("p6", guideline(1)),
                                    new ApplicationRule(
                                            Fixtures.NOW.plusSeconds(86_400), null, null)),
                            draft()));
        }

        private static Guideline guideline(int version) {
            return new Guideline(
                    version,
                    "0".repeat(64),
                    "# Animals\n\nSay what it is.\n\n![so](picture:" + SHA + ")");
        }

        private static ProjectChanged draft() {
            return Fixtures.project("p0", ProjectStatus.DRAFT, 1, new LeaseRule(5, 3_600));
        }
    }

    @Autowired MockMvcTester http;
    @Autowired Dispatch dispatch;
    @Autowired HandoverLock handover;

    @BeforeEach
    void openTasks() {
        dispatch.adopt(Set.of(0));
        for (String project : List.of("p1", "p2", "p3", "p4", "p5", "p6")) {
            dispatch.want(project, 1);
            for (int i = 0; i < 30; i++) {
                dispatch.open(
                        new OpenTask(
                                project + i, project, 0, false, 1, 0, 0, Fixtures.NOW, List.of()));
            }
        }
        dispatch.restored();
        handover.markReady();
    }

    @Test
    void tellsWhatIsAskedAndWhatItPays() {
        assertThat(ask("w1", "worker", "?projectId=p1"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.items[0].asks", is("Say what it is."))
                .hasPathSatisfying(
                        "$.items[0].example",
                        it ->
                                it.assertThat()
                                        .asString()
                                        .startsWith("/v1/pictures/")
                                        .contains("sig=")
                                        .doesNotContain(SHA))
                .hasPathSatisfying("$.items[0].price.minor", is(150))
                .hasPathSatisfying("$.items[0].open", is(10))
                .hasPathSatisfying("$.items[0].reasons.length()", is(0))
                .doesNotHavePath("$.items[0].acknowledge")
                .doesNotHavePath("$.items[0].figures.hourly");
    }

    @Test
    void tellsNothingOfAGuidelineThatIsNotForTheWorkerToRead() {
        assertThat(ask("w1", "worker", "?projectId=p2"))
                .bodyJson()
                .doesNotHavePath("$.items[0].asks")
                .doesNotHavePath("$.items[0].example")
                .hasPathSatisfying("$.items[0].open", is(0))
                .hasPathSatisfying("$.items[0].minTier", is(3))
                .hasPathSatisfying("$.items[0].reasons[0].reason", is("not-qualified"))
                .hasPathSatisfying("$.items[0].reasons[0].needs", is(3));
    }

    @Test
    void countsWhatATestAndAGuidelineLeadTo() {
        assertThat(ask("w1", "worker", "?projectId=p3"))
                .bodyJson()
                .hasPathSatisfying("$.items[0].test", is(true))
                .hasPathSatisfying("$.items[0].price.minor", is(180))
                .hasPathSatisfying("$.items[0].open", is(10));
        assertThat(ask("w1", "worker", "?projectId=p4"))
                .bodyJson()
                .hasPathSatisfying("$.items[0].acknowledge", is(7))
                .hasPathSatisfying("$.items[0].open", is(10));
    }

    @Test
    void answersPieceByPieceWithoutDrafts() throws UnsupportedEncodingException {
        MvcTestResult first = ask("w1", "worker", "?limit=3");
        String next = JsonPath.read(first.getResponse().getContentAsString(), "$.next");

        assertThat(first)
                .bodyJson()
                .hasPathSatisfying("$.items.length()", is(3))
                .hasPathSatisfying("$.items[0].id", is("p1"));
        assertThat(ask("w1", "worker", "?limit=3&cursor=p3")).hasStatus(400);
        assertThat(ask("w1", "worker", "?limit=3&cursor=" + next))
                .bodyJson()
                .hasPathSatisfying("$.items.length()", is(3))
                .doesNotHavePath("$.next");
        assertThat(ask("w1", "worker", "?limit=0")).hasStatus(400);
        assertThat(ask("w1", "worker", "?projectId=p0")).hasStatus(404);
    }

    @Test
    void tellsWhenNewWorkersAreTaken() {
        assertThat(ask("w1", "worker", "?projectId=p5"))
                .bodyJson()
                .hasPathSatisfying("$.items[0].applications.places", is(3))
                .hasPathSatisfying("$.items[0].applications.taken", is(false))
                .hasPathSatisfying("$.items[0].open", is(10));
        assertThat(ask("w1", "worker", "?projectId=p6"))
                .bodyJson()
                .hasPathSatisfying("$.items[0].open", is(0))
                .hasPathSatisfying("$.items[0].reasons[1].reason", is("applications-closed"));
    }

    @Test
    void refusesWhoNeverApplied() {
        assertThat(ask("nobody", "worker", "")).hasStatus(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"requester", "reviewer", "ops", "partner", "finance"})
    void isForWorkersOnly(String role) {
        assertThat(http.get().uri("/v1/work/projects")).hasStatus(401);
        assertThat(ask("w1", role, "")).hasStatus(403);
    }

    private static Consumer<AssertProvider<JsonPathValueAssert>> is(Object value) {
        return it -> it.assertThat().isEqualTo(value);
    }

    private MvcTestResult ask(String who, String role, String query) {
        return http.get()
                .uri("/v1/work/projects" + query)
                .header("Authorization", TestTokens.bearer(who, role))
                .exchange();
    }
}
