package io.assay.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.cli.client.Accounts;
import io.assay.cli.client.Call;
import io.assay.cli.client.Reply;
import io.assay.cli.client.Session;
import io.assay.cli.client.Work;
import io.assay.cli.client.Work.Assignment;
import io.assay.cli.people.Passwords;
import io.assay.cli.reconcile.States;
import io.assay.events.Answer;
import io.assay.events.Ids;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/**
 * Someone who works on the pictures of a project, and what they can ask and are told.
 *
 * @param id under which the platform knows them
 */
record Labeller(String id, Work work, Pets pets) {

    /** Signs up, applies, is let in by operations, and is shown the project. */
    static Labeller hired(Platform platform, String name, Pets pets) {
        Session ops = platform.staff().ops();
        String id = name + "-" + Passwords.random(6);
        Work work = new Work(platform.accounts().logIn(Accounts.createClient(ops, id, "worker")));
        work.apply();
        ops.send(Call.post("/v1/workers/" + id + "/activate"));
        await().atMost(Pets.TIMEOUT).until(() -> work.sees(pets.id()));
        return new Labeller(id, work, pets);
    }

    String assignmentOf(String taskId) {
        return Ids.assignmentId(taskId, id);
    }

    JsonNode get(String path) {
        return work.session().get(path, JsonNode.class);
    }

    Reply ask(Call call) {
        return work.session().exchange(call);
    }

    /** The project's test, and where they stand with it. */
    JsonNode standing() {
        return get(qualification(""));
    }

    /** What came of a tutorial or a test, once all of it is judged. */
    JsonNode ended(int number) {
        return await().atMost(Pets.TIMEOUT)
                .until(
                        () -> get(qualification("/attempts/" + number)),
                        attempt -> attempt.has("endedAt"));
    }

    /** Begins the tutorial or the test: the ids of its assignments. */
    List<String> begin(String trial) {
        Call call = Call.post(qualification("/" + trial));
        return await().atMost(Pets.TIMEOUT)
                .until(() -> ask(call), Reply::isSuccess)
                .as(JsonNode.class)
                .get("assignments")
                .valueStream()
                .map(one -> one.get("assignmentId").asString())
                .toList();
    }

    private String qualification(String below) {
        return "/v1/qualifications/" + pets.id() + below;
    }

    /** Reads, learns and passes at the first try. */
    void qualify() {
        work.acknowledge(pets.id());
        begin("tutorial").forEach(this::answerRightly);
        ended(1);
        begin("test").forEach(this::answerRightly);
        assertThat(ended(2).get("passed").asBoolean()).isTrue();
    }

    void answerRightly(String assignmentId) {
        answer(assignmentId, pets.right(States.taskId(assignmentId)));
    }

    void answerWrongly(String assignmentId) {
        answer(assignmentId, pets.wrong(States.taskId(assignmentId)));
    }

    void answer(String assignmentId, Answer answer) {
        Reply reply = work.label(assignmentId, answer);
        assertThat(reply.isSuccess()).as(reply.text()).isTrue();
    }

    /** Takes one picture and says what it shows: the assignment, or none if there is no work. */
    Optional<Assignment> labelNext() {
        Optional<Assignment> next = next();
        next.ifPresent(one -> answerRightly(one.assignmentId()));
        return next;
    }

    /** Works on until this picture comes, and leaves its answer open. */
    void workUpTo(String taskId) {
        await().atMost(Pets.TIMEOUT).until(() -> comes(taskId));
    }

    /** The same, or false as soon as it cannot come any more. */
    boolean workUpTo(String taskId, BooleanSupplier over) {
        AtomicBoolean came = new AtomicBoolean();
        await().atMost(Pets.TIMEOUT)
                .until(
                        () -> {
                            boolean gone = over.getAsBoolean();
                            came.set(!gone && comes(taskId));
                            return gone || came.get();
                        });
        return came.get();
    }

    private boolean comes(String taskId) {
        Optional<Assignment> next = next();
        if (next.isEmpty()) {
            pets.bringMoreWork();
            next = await().atMost(Pets.TIMEOUT).until(this::next, Optional::isPresent);
        }
        String id = next.orElseThrow().assignmentId();
        if (id.equals(assignmentOf(taskId))) {
            return true;
        }
        answerRightly(id);
        return false;
    }

    private Optional<Assignment> next() {
        return work.lease(pets.id(), 1).stream().findFirst();
    }

    /** What they are told about their answer, once it is this. */
    JsonNode awaitVerdict(String taskId, String verdict) {
        return await().atMost(Pets.TIMEOUT)
                .until(
                        () -> ask(Call.get(verdict(taskId))),
                        reply ->
                                reply.isSuccess()
                                        && reply.as(JsonNode.class)
                                                .get("verdict")
                                                .asString()
                                                .equals(verdict))
                .as(JsonNode.class);
    }

    JsonNode appeal(String taskId, String text) {
        return work.session()
                .post(verdict(taskId) + "/appeal", Map.of("text", text), JsonNode.class);
    }

    private String verdict(String taskId) {
        return "/v1/verdicts/" + Call.encode(assignmentOf(taskId));
    }

    /** In the projects of the one requester who has checked them. */
    int tier(String skill) {
        JsonNode tiers = get("/v1/skills/me").at("/skills/" + skill);
        JsonNode with = tiers.path("requesters");
        return with.isEmpty() ? tiers.path("tier").asInt(1) : with.iterator().next().asInt();
    }

    /** Whether an earning came of this picture. */
    boolean earnedOf(String taskId) {
        return work.earnings().stream()
                .anyMatch(earning -> earning.assignmentId().equals(assignmentOf(taskId)));
    }
}
