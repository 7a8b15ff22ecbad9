package io.assay.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.cli.client.Accounts;
import io.assay.cli.client.Call;
import io.assay.cli.client.Reply;
import io.assay.cli.client.Session;
import io.assay.cli.client.Work;
import io.assay.cli.people.Passwords;
import io.assay.cli.pictures.DrawnPictures;
import io.assay.cli.pictures.Picture;
import io.assay.events.Answer;
import io.assay.events.OverlapRule;
import io.assay.events.Topic;
import io.assay.load.crowd.Crowd;
import io.assay.load.crowd.CrowdProfiles;
import io.assay.load.crowd.WorkLog;
import io.assay.load.project.PictureProject;
import io.assay.load.project.PictureProject.Item;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What clients and the network may send that they should not: each gets a clear error. */
@ExtendWith(Platform.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(3)
class BadInputIT {

    private static final Set<Topic> READ_BY_NOBODY = EnumSet.of(Topic.WORKERS, Topic.EARNINGS);
    private static final List<String> CLASSES = List.of("cat", "dog");
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private Platform platform;
    private Session requester;
    private PictureProject production;
    private Crowd crowd;

    @BeforeAll
    void openAProject(Platform shared) throws Exception {
        platform = shared;
        requester = platform.staff().requester();
        production =
                PictureProject.draft(
                        platform.staff(),
                        "Bad input",
                        CLASSES,
                        new PictureProject.Rules(new OverlapRule(2, 3, 0.9), 0, 10));
        production.publish();
        List<Picture> pictures = DrawnPictures.draw(12, CLASSES, 3);
        production.bring(
                pictures.stream()
                        .map(picture -> new Item(picture.name(), picture, false))
                        .toList());
        crowd =
                Crowd.create(
                        platform.accounts(),
                        platform.staff().ops(),
                        "bad-" + Passwords.random(5),
                        Passwords.random(14),
                        CrowdProfiles.of(2, Duration.ofMillis(1), 1),
                        new WorkLog());
        for (Crowd.Member member : crowd.members()) {
            Awaitility.await()
                    .atMost(TIMEOUT)
                    .until(() -> member.work().sees(production.projectId()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":",
                "nonsense",
                "",
                "[]",
                "{\"name\":{\"a\":1}}",
                "{\"name\":\"n\",\"goldRate\":\"much\"}",
                "{\"name\":\"n\",\"surprise\":1}",
                "{\"name\":\"n\",\"budget\":{\"minor\":1.5,\"currency\":\"INR\"}}"
            })
    void aBodyThatIsNoProjectIsRefused(String body) {
        Reply reply =
                requester.exchange(json("/v1/projects", body.getBytes(StandardCharsets.UTF_8)));

        assertProblem(reply, 400);
    }

    @Test
    void brokenUtf8IsRefused() {
        byte[] body = "{\"name\":\"??\"}".getBytes(StandardCharsets.UTF_8);
        body[9] = (byte) 0xc3;
        body[10] = (byte) 0x28;

        assertProblem(requester.exchange(json("/v1/projects", body)), 400);
    }

    @Test
    void whatBreaksARuleIsNamed() {
        Reply reply =
                requester.exchange(
                        json(
                                "/v1/projects",
                                """
                                {"name":"n","guideline":"g","ontology":{"tool":"category","classes":[]},
                                 "rateCard":{"base":{"minor":-1,"currency":"INR"}},
                                 "budget":{"minor":1,"currency":"INR"},"goldRate":0.9}\
                                """
                                        .getBytes(StandardCharsets.UTF_8)));

        assertProblem(reply, 422);
        assertThat(reply.text()).contains("goldRate");
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        byte[] body = new byte[20_000_000];
        Arrays.fill(body, (byte) ' ');

        Reply reply = requester.exchange(json("/v1/projects", body));

        assertProblem(reply, 413);
    }

    @Test
    void aFileThatIsNoPictureIsRefused() {
        byte[] text = "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8);

        Reply reply = requester.exchange(Call.post("/v1/pictures").body("image/png", text));

        assertThat(reply.status()).isIn(415, 422);
        assertThat(reply.slug()).isNotEmpty();
    }

    @Test
    void aDecompressionBombIsRefused() throws Exception {
        Reply reply =
                requester.exchange(
                        Call.post("/v1/pictures").body("image/png", Bombs.png(60_000, 60_000)));

        assertThat(reply.status()).isIn(413, 422);
        assertThat(reply.slug()).isNotEmpty();
    }

    @Test
    void badRowsAreNamedAndGoodOnesTaken() {
        String rows =
                """
                {"externalId":"bad-1"}
                not json
                {"externalId":"bad-2","picture":"picture:0000"}
                {"externalId":"bad-3","picture":"picture:%s","gold":{"answer":{"tool":"category","classId":"wolf"}}}
                {"externalId":"bad-4","picture":"picture:%s","surprise":1}
                """
                        .formatted("0".repeat(64), "0".repeat(64));
        String imports = "/v1/projects/" + production.projectId() + "/imports";

        JsonNode job =
                requester
                        .send(
                                Call.post(imports)
                                        .body(
                                                "application/x-ndjson",
                                                rows.getBytes(StandardCharsets.UTF_8)))
                        .as(JsonNode.class);
        String path = imports + "/" + job.required("id").asString();
        Awaitility.await()
                .atMost(TIMEOUT)
                .until(
                        () ->
                                !requester
                                        .get(path, JsonNode.class)
                                        .path("status")
                                        .asString("")
                                        .equals("running"));

        assertThat(requester.all(path + "/errors", JsonNode.class))
                .hasSize(5)
                .allSatisfy(error -> assertThat(error.path("reason").asString("")).isNotEmpty());
        assertThat(requester.get(path, JsonNode.class).path("created").asInt()).isZero();
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        Call call =
                Call.post("/v1/projects/" + production.projectId() + "/imports")
                        .header("Idempotency-Key", "key-" + Passwords.random(8));
        byte[] one = "{\"externalId\":\"x\"}".getBytes(StandardCharsets.UTF_8);
        byte[] other = "{\"externalId\":\"y\"}".getBytes(StandardCharsets.UTF_8);
        Reply first = requester.send(call.body("application/x-ndjson", one));

        Reply again = requester.send(call.body("application/x-ndjson", one));
        Awaitility.await()
                .atMost(TIMEOUT)
                .untilAsserted(
                        () ->
                                assertProblem(
                                        requester.exchange(
                                                call.body("application/x-ndjson", other)),
                                        422));

        assertThat(again.as(JsonNode.class).path("id"))
                .isEqualTo(first.as(JsonNode.class).path("id"));
    }

    @Test
    void aChangeNeedsTheVersionItWasMadeFor() {
        String path = "/v1/projects/" + production.projectId();

        assertProblem(requester.exchange(Call.post(path + "/pause")), 428);
        assertProblem(
                requester.exchange(Call.post(path + "/pause").header("If-Match", "\"0\"")), 412);
    }

    @Test
    void theSameAnswerTwiceIsFineAndAnotherIsAConflict() {
        Work work = crowd.members().getFirst().work();
        String id = lease(work);

        Reply first = work.label(id, new Answer.Category("cat"));
        Reply again = work.label(id, new Answer.Category("cat"));
        Reply other = work.label(id, new Answer.Category("dog"));

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.as(JsonNode.class).path("answer"))
                .isEqualTo(first.as(JsonNode.class).path("answer"));
        assertProblem(other, 409);
    }

    @Test
    void anAnswerOutsideOfTheOntologyIsRefused() {
        Work work = crowd.members().getFirst().work();
        String id = lease(work);

        assertProblem(work.label(id, new Answer.Category("wolf")), 422);
        assertThat(work.label(id, new Answer.Category("dog")).status()).isEqualTo(200);
    }

    @Test
    void anotherWorkersLeaseDoesNotExist() {
        Work other = crowd.members().getLast().work();
        String id = lease(crowd.members().getFirst().work());

        assertProblem(other.label(id, new Answer.Category("cat")), 404);
        assertProblem(other.skip(id), 404);
        assertProblem(other.session().exchange(Call.get("/v1/assignments/" + id)), 404);
    }

    @Test
    void aLeaseThatRanOutTakesNoAnswer() {
        Work work = crowd.members().getLast().work();
        String id = lease(work);
        Awaitility.await()
                .atMost(TIMEOUT)
                .until(
                        () ->
                                work.session()
                                        .get("/v1/assignments/" + id, JsonNode.class)
                                        .path("state")
                                        .asString("")
                                        .equals("returned"));

        assertProblem(work.label(id, new Answer.Category("cat")), 409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/projects",
                "/v1/work",
                "/v1/assignments",
                "/v1/reviews",
                "/v1/balance",
                "/v1/ledger/trial-balance",
                "/v1/ops/task-service/dead-letters",
                "/v1/stream/results",
                "/v1/me"
            })
    void withoutATokenNothingIsRead(String path) {
        assertProblem(platform.accounts().http().send(Call.get(path)), 401);
    }

    @Test
    void aTokenThatNobodySignedIsRefused() {
        String[] parts = requester.token().split("\\.", -1);
        String forged = parts[0] + "." + parts[1] + "." + "A".repeat(parts[2].length());

        Reply reply =
                platform.accounts()
                        .http()
                        .send(Call.get("/v1/projects").header("Authorization", "Bearer " + forged));

        assertThat(reply.status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/projects",
                "/v1/reviews",
                "/v1/ledger/trial-balance",
                "/v1/workers",
                "/v1/ops/payment-service/dead-letters"
            })
    void aTokenWithoutTheRoleIsNotEnough(String path) {
        Session worker = crowd.members().getFirst().work().session();

        assertProblem(worker.exchange(Call.get(path)), 403);
    }

    @Test
    void anotherPartnersProjectDoesNotExist() {
        Accounts.MachineClient stranger =
                Accounts.createClient(
                        platform.staff().ops(), "stranger-" + Passwords.random(6), "partner");
        Session session = platform.accounts().logIn(stranger);
        String project = "/v1/projects/" + production.projectId();

        assertProblem(session.exchange(Call.get(project)), 404);
        assertProblem(session.exchange(Call.get(project + "/results")), 404);
        assertProblem(
                session.exchange(
                        Call.get("/v1/stream/results?projectId=" + production.projectId())),
                404);
    }

    @Test
    void aPictureNeedsItsSignature() {
        Work work = crowd.members().getFirst().work();
        Work.Assignment assignment = leased(work);
        String url = assignment.media().url();

        Reply bare = platform.accounts().http().send(Call.get(url.substring(0, url.indexOf('?'))));
        Reply altered =
                platform.accounts()
                        .http()
                        .send(Call.get(url.replaceAll("exp=\\d+", "exp=9999999999")));

        assertThat(work.look(assignment.media())).isNotEmpty();
        assertThat(bare.status()).isIn(401, 403, 404);
        assertThat(altered.status()).isIn(401, 403, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=many", "cursor=%00"})
    void aPageThatCannotBeIsRefused(String query) {
        assertProblem(
                crowd.members()
                        .getFirst()
                        .work()
                        .session()
                        .exchange(Call.get("/v1/assignments?" + query)),
                400);
    }

    @Test
    void aPoisonEventOnEveryTopicStopsNothing() {
        Map<Topic, String> markers =
                new EnumMap<>(PoisonedTopics.poison(platform.target().kafkaBootstrap()));
        assertThat(markers).hasSize(Topic.values().length);
        markers.keySet().removeAll(READ_BY_NOBODY);

        Awaitility.await()
                .atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(deadLetterKeys()).containsAll(markers.values()));
        Work work = crowd.members().getLast().work();
        String id = lease(work);
        assertThat(work.label(id, new Answer.Category("cat")).status()).isEqualTo(200);
    }

    private List<String> deadLetterKeys() {
        return List.of("task-service", "assignment-service", "review-service", "payment-service")
                .stream()
                .flatMap(
                        service ->
                                platform
                                        .staff()
                                        .ops()
                                        .all("/v1/ops/" + service + "/dead-letters", JsonNode.class)
                                        .stream())
                .map(letter -> letter.path("key").asString(""))
                .distinct()
                .toList();
    }

    private String lease(Work work) {
        return leased(work).assignmentId();
    }

    private Work.Assignment leased(Work work) {
        return Awaitility.await()
                .atMost(TIMEOUT)
                .until(() -> work.lease(production.projectId(), 1), batch -> !batch.isEmpty())
                .getFirst();
    }

    private static Call json(String path, byte[] body) {
        return Call.post(path).body("application/json", body);
    }

    private static void assertProblem(Reply reply, int status) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.header("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(reply.slug()).as(reply.text()).isNotEmpty();
        assertThat(reply.as(JsonNode.class).path("detail").asString("")).isNotEmpty();
    }
}
