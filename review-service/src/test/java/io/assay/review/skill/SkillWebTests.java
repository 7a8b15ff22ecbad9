package io.assay.review.skill;

import static io.assay.review.TestEvents.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.messaging.Draft;
import io.assay.review.WithStore;
import io.assay.review.skill.signal.Signal;
import io.assay.web.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WithStore(SkillController.class)
class SkillWebTests {
    private static final Signal FAST = new Signal(Signal.Kind.TOO_FAST, 1e-6, "too fast");

    @Autowired MockMvcTester http;
    @Autowired MongoTemplate mongo;
    @Autowired MongoSkills skills;
    @Autowired MongoAgreements agreements;

    @BeforeEach
    void onlyOneIsKnown() {
        mongo.getCollection("skills").deleteMany(new Document());
        mongo.getCollection("agreements").deleteMany(new Document());
        know(skilled());
    }

    @Test
    void aWorkerSeesTheTierButNothingThatTellsWhichPictureWasGold() {
        assertThat(get("/v1/skills/me", "w1", "worker"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        {"workerId": "w1",
                         "skills": {"animals": {"tier": 1, "requesters": {"r1": 2}}}}
                        """);
    }

    @Test
    void aWorkerIsToldWhyByWhatWasKnownTheDayBefore() {
        assertThat(get("/v1/skills/me/why", "w1", "worker"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.skills.animals.tier", value -> value.assertThat().isEqualTo(1))
                .hasPathSatisfying(
                        "$.skills.animals.requesters.r1.tier",
                        value -> value.assertThat().isEqualTo(2))
                .hasPathSatisfying(
                        "$.skills.animals.requesters.r1.answers",
                        value -> value.assertThat().isEqualTo(20.0))
                .doesNotHavePath("$.skills.animals.requesters.r2")
                .hasPathSatisfying(
                        "$.skills.animals.requesters.r1.up.lowerNeeded",
                        value -> value.assertThat().isEqualTo(0.88))
                .hasPathSatisfying(
                        "$.skills.animals.rule",
                        value ->
                                value.assertThat().asString().contains("after 20 checked answers"));
    }

    @Test
    void operationsSeeTheCounts() {
        agreements.add(
                List.of(
                        new OutcomeAgreement(
                                "w1",
                                "animals",
                                "r1",
                                40,
                                38,
                                OutcomeAgreement.BY_CONSENSUS,
                                NOON,
                                null)));

        assertThat(get("/v1/skills/w1", "o1", "ops"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.skills.animals.golds", value -> value.assertThat().isEqualTo(25))
                .hasPathSatisfying(
                        "$.agreements.animals.agreed", value -> value.assertThat().isEqualTo(38));
        assertThat(get("/v1/skills/w1/why", "o1", "ops"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.skills.animals.requesters.r1.up.tier",
                        value -> value.assertThat().isEqualTo(3));
    }

    @Test
    void aReviewerSeesWhoIsConspicuousPageByPageAndClearsThem() {
        know(conspicuous("w2"), conspicuous("w3"));

        assertThat(get("/v1/skills/signals?limit=1", "r1", "reviewer"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.items[0].workerId", v -> v.assertThat().isEqualTo("w2"))
                .hasPathSatisfying(
                        "$.items[0].signals[0].kind", v -> v.assertThat().isEqualTo("too_fast"))
                .hasPathSatisfying("$.next", v -> v.assertThat().isNotNull());
        assertThat(get("/v1/skills/signals?limit=0", "r1", "reviewer")).hasStatus(400);
        assertThat(post("/v1/skills/w2/signals/clear", "worker")).hasStatus(403);
        assertThat(cleared("w2")).isFalse();
        assertThat(post("/v1/skills/w2/signals/clear", "reviewer")).hasStatusOk();
        assertThat(cleared("w2")).isTrue();
        assertThat(post("/v1/skills/w1/signals/clear", "reviewer")).hasStatus(404);
        assertThat(get("/v1/skills/signals", "r1", "reviewer"))
                .bodyJson()
                .extractingPath("$.items[*].workerId")
                .asArray()
                .containsExactly("w3");
    }

    @Test
    void nobodyClearsWhatIsConspicuousAboutThemself() {
        know(conspicuous("r1"));

        assertThat(post("/v1/skills/r1/signals/clear", "reviewer"))
                .hasStatus(403)
                .bodyText()
                .contains("/problems/own-work");
        assertThat(cleared("r1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/skills/w1", "/v1/skills/w1/why", "/v1/skills/signals"})
    void noOtherMayLook(String path) {
        assertThat(http.get().uri(path)).hasStatus(401);
        assertThat(get(path, "w1", "worker")).hasStatus(403);
        assertThat(get(path, "q1", "requester")).hasStatus(403);
    }

    /** Who works and reviews would see from the counts which picture was gold. */
    @ParameterizedTest
    @ValueSource(strings = {"/v1/skills/w1", "/v1/skills/w1/why"})
    void nobodyLooksAtTheirOwnCounts(String path) {
        for (String role : List.of("reviewer", "ops")) {
            assertThat(get(path, "w1", role))
                    .hasStatus(403)
                    .bodyText()
                    .contains("/problems/own-work");
        }
        assertThat(get(path, "w2", "reviewer")).hasStatusOk();
    }

    @Test
    void nobodyIsListedToThemself() {
        know(conspicuous("w2"), conspicuous("w3"));

        assertThat(get("/v1/skills/signals", "w2", "reviewer"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[*].workerId")
                .asArray()
                .containsExactly("w3");
    }

    @Test
    void onlyWorkersHaveSkillsOfTheirOwn() {
        assertThat(get("/v1/skills/me", "r1", "reviewer")).hasStatus(403);
        assertThat(get("/v1/skills/me/why", "r1", "reviewer")).hasStatus(403);
    }

    private void know(WorkerSkills... workers) {
        List<Draft<WorkerSkills>> drafts =
                Stream.of(workers)
                        .map(worker -> new Draft<>(worker.workerId(), worker, List.of()))
                        .toList();
        assertThat(skills.write(drafts, List.of())).isEmpty();
    }

    private boolean cleared(String worker) {
        Alarm alarm = skills.find(worker).orElseThrow().state().alarm();
        return alarm != null && alarm.clearedAt() != null;
    }

    private MvcTestResult get(String path, String user, String role) {
        return http.get()
                .uri(path)
                .header("Authorization", TestTokens.bearer(user, role))
                .exchange();
    }

    private MvcTestResult post(String path, String role) {
        return http.post()
                .uri(path)
                .header("Authorization", TestTokens.bearer("r1", role))
                .exchange();
    }

    private static WorkerSkills conspicuous(String worker) {
        return new WorkerSkills(
                worker, Map.of(), List.of(), new Alarm(List.of(FAST), 10, NOON, NOON, null));
    }

    private static ShownSkill shown(int answers) {
        return new ShownSkill(0, new SkillEstimate(new Evidence(answers, answers), Evidence.NONE));
    }

    private static WorkerSkills skilled() {
        Skill skill =
                new Skill(
                        SkillLevel.LOWEST,
                        25,
                        25,
                        Map.of(
                                "r1",
                                new RequesterSkill(
                                        new Evidence(0, 0).plus(25, 25, NOON),
                                        new SkillLevel(2, 0.5, shown(20))),
                                "r2",
                                new RequesterSkill(
                                        new Evidence(0, 0).plus(1, 1, NOON),
                                        new SkillLevel(1, 1, shown(0)))),
                        Map.of());
        return new WorkerSkills("w1", Map.of("animals", skill), List.of());
    }
}
