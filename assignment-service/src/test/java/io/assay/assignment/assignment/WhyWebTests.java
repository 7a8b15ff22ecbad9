package io.assay.assignment.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.assay.assignment.Fixtures;
import io.assay.assignment.dispatch.Dispatch;
import io.assay.assignment.dispatch.HandoverLock;
import io.assay.assignment.dispatch.OpenTask;
import io.assay.assignment.project.KnownProjects;
import io.assay.assignment.project.Projects;
import io.assay.assignment.worker.MongoWorkers;
import io.assay.assignment.worker.StoredWorkers;
import io.assay.events.LeaseRule;
import io.assay.events.ProjectChanged;
import io.assay.events.ProjectStatus;
import io.assay.messaging.Aggregates;
import io.assay.messaging.InMemoryStore;
import io.assay.web.TestTokens;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(WhyController.class)
@Import({TestTokens.Config.class, InMemoryStore.class, WhyWebTests.Config.class})
class WhyWebTests {

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
        MongoWorkers workers(Aggregates aggregates) {
            return StoredWorkers.of(aggregates, Map.of("w1", Fixtures.worker(1, "p1", "p2", "p3")));
        }

        @Bean
        Projects projects() {
            return KnownProjects.of(
                    List.of(
                            project("p2", ProjectStatus.PAUSED),
                            project("p1", ProjectStatus.PUBLISHED),
                            project("p0", ProjectStatus.DRAFT),
                            project("p3", ProjectStatus.CLOSED)));
        }

        private static ProjectChanged project(String id, ProjectStatus status) {
            return Fixtures.project(id, status, 1, new LeaseRule(5, 3_600));
        }
    }

    @Autowired MockMvcTester http;
    @Autowired Dispatch dispatch;
    @Autowired HandoverLock handover;

    @BeforeEach
    void openTasks() {
        dispatch.adopt(Set.of(0));
        dispatch.want("p1", 1);
        for (int i = 0; i < 7; i++) {
            dispatch.open(task("t" + i, i < 4 ? 1 : 3));
        }
        handover.markReady();
    }

    @Test
    void tellsEachRuleWithTheNumberThatWouldChangeIt() {
        assertThat(ask("w1", "worker", ""))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        {"reasons": [], "items": [
                          {"id": "p1", "name": "Animals", "skill": "animals", "open": 1, "reasons": [
                            {"reason": "tier-too-low", "tasks": 1, "has": 1, "needs": 3}]},
                          {"id": "p2", "name": "Animals", "skill": "animals", "open": 0, "reasons": [
                            {"reason": "project-paused"}, {"reason": "nothing-open"}]}]}
                        """);
    }

    @Test
    void tellsThatTasksAreChangingHands() {
        handover.handOver(() -> {});

        assertThat(ask("w1", "worker", ""))
                .bodyJson()
                .hasPathSatisfying(
                        "$.reasons[0].reason", it -> it.assertThat().isEqualTo("share-moving"));
    }

    @Test
    void answersPieceByPiece() throws UnsupportedEncodingException {
        MvcTestResult first = ask("w1", "worker", "?limit=1");
        String next = JsonPath.read(first.getResponse().getContentAsString(), "$.next");

        assertThat(first)
                .bodyJson()
                .hasPathSatisfying("$.items.length()", it -> it.assertThat().isEqualTo(1))
                .hasPathSatisfying("$.items[0].id", it -> it.assertThat().isEqualTo("p1"));
        assertThat(ask("w1", "worker", "?limit=1&cursor=" + next))
                .bodyJson()
                .doesNotHavePath("$.next")
                .hasPathSatisfying("$.items[0].id", it -> it.assertThat().isEqualTo("p2"));
        assertThat(ask("w2", "worker", "?limit=1&cursor=" + next)).hasStatus(400);
        assertThat(ask("w1", "worker", "?limit=1&cursor=p1")).hasStatus(400);
        assertThat(ask("w1", "worker", "?limit=0")).hasStatus(400);
    }

    @Test
    void tellsOfAClosedProjectToWhoAsksForIt() {
        assertThat(ask("w1", "worker", "?projectId=p3"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.items[0].reasons[0].reason",
                        it -> it.assertThat().isEqualTo("project-closed"));
    }

    @Test
    void hidesDrafts() {
        assertThat(ask("w1", "worker", "?projectId=p0")).hasStatus(404);
        assertThat(ask("w1", "worker", "?projectId=none")).hasStatus(404);
    }

    @Test
    void refusesWhoNeverApplied() {
        assertThat(ask("nobody", "worker", "")).hasStatus(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"requester", "reviewer", "ops", "partner", "finance"})
    void isForWorkersOnly(String role) {
        assertThat(http.get().uri("/v1/work/why")).hasStatus(401);
        assertThat(ask("w1", role, "")).hasStatus(403);
    }

    private MvcTestResult ask(String who, String role, String query) {
        return http.get()
                .uri("/v1/work/why" + query)
                .header("Authorization", TestTokens.bearer(who, role))
                .exchange();
    }

    private static OpenTask task(String id, int minTier) {
        return new OpenTask(id, "p1", 0, false, minTier, 0, 0, Fixtures.NOW, List.of());
    }
}
