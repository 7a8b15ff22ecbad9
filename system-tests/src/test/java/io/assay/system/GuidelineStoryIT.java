package io.assay.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.cli.client.Call;
import io.assay.cli.client.Reply;
import io.assay.cli.client.Session;
import io.assay.cli.client.Work.Assignment;
import io.assay.events.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A guideline changes in mid-project: nobody is judged by a version that they had not seen. */
@ExtendWith(Platform.Extension.class)
@Order(3)
class GuidelineStoryIT {

    private static final Answer CAT = new Answer.Category("cat");
    private static final Answer DOG = new Answer.Category("dog");
    private static final Answer BIRD = new Answer.Category("bird");

    private static final String PROJECT =
            """
            {"name": "Wolves", "guideline": "# 1 Wolves\\n\\nA wolf is no dog.\\n",
             "ontology": {"tool": "category", "classes": [{"id": "cat", "name": "Cat"},
               {"id": "dog", "name": "Dog"}, {"id": "bird", "name": "Bird"}]},
             "rateCard": {"base": {"minor": 100, "currency": "INR"}},
             "overlap": {"min": 3, "max": 3, "target": 0.75}, "goldRate": 0,
             "tierRule": {"skill": "wolves", "minTier": 1},
             "leaseRule": {"batchSize": 5, "seconds": 3600},
             "budget": {"minor": 1000000, "currency": "INR"}}
            """;

    /** What a reviewer decides, and by which version. */
    private record Decision(Answer answer, String clause, int guidelineVersion) {}

    private Pets pets;
    private Labeller early;
    private List<Labeller> late;

    /**
     * Two wolves. Early has both in hand when the guideline changes, and calls them cats as was
     * asked for then; the others have read the new one.
     */
    @Test
    void nobodyIsJudgedByAVersionThatTheyHadNotSeen(Platform platform) {
        pets = Pets.opened(platform.staff(), PROJECT);
        pets.bring(Pets.work("wolf", 2));
        early = Labeller.hired(platform, "early", pets);
        late = Stream.of("jan", "kim").map(name -> Labeller.hired(platform, name, pets)).toList();
        String agreed = pets.taskId("wolf-0");
        String disputed = pets.taskId("wolf-1");

        early.work().acknowledge(pets.id());
        holdsBoth(early, 1);
        pets.changeGuideline("# 1 Wolves\n\nA wolf is a dog.\n");
        nothingMoreBeforeTheChangeIsRead();
        late.forEach(labeller -> labeller.work().acknowledge(pets.id()));
        late.forEach(labeller -> holdsBoth(labeller, 2));
        answer(agreed, CAT, DOG, DOG);
        answer(disputed, CAT, DOG, BIRD);

        consensusByTheNewVersionRejectsNobodyWhoWorkedByTheOld(agreed);
        aReviewerCannotRejectByTheNewVersionWhoWorkedByTheOld(
                platform.staff().reviewer(), disputed);
        await().atMost(Pets.TIMEOUT).until(() -> early.earnedOf(agreed));
        assertThat(early.work().earnings()).hasSize(1);
    }

    private void holdsBoth(Labeller labeller, int version) {
        await().atMost(Pets.TIMEOUT)
                .until(
                        () -> {
                            labeller.work().leaseAsKnown(pets.id(), 2);
                            return labeller.work().held().size() == 2;
                        });
        assertThat(labeller.work().held())
                .extracting(Assignment::guidelineVersion)
                .containsOnly(version);
    }

    private void nothingMoreBeforeTheChangeIsRead() {
        Call lease = Call.post("/v1/leases").json(Map.of("projectId", pets.id()));
        Reply refused =
                await().atMost(Pets.TIMEOUT)
                        .until(() -> early.ask(lease), reply -> !reply.isSuccess());
        assertThat(refused.slug()).isEqualTo("guideline-not-acknowledged");
        assertThat(refused.as(JsonNode.class).get("version").asInt()).isEqualTo(2);
        JsonNode changes =
                await().atMost(Pets.TIMEOUT)
                        .until(
                                () -> early.get("/v1/work/" + pets.id() + "/guideline/changes"),
                                told -> !told.get("changes").isEmpty());
        assertThat(changes.at("/changes/0/removed/0").asString()).isEqualTo("A wolf is no dog.");
        assertThat(changes.at("/changes/0/added/0").asString()).isEqualTo("A wolf is a dog.");
        await().atMost(Pets.TIMEOUT)
                .until(
                        () ->
                                late.stream()
                                        .allMatch(
                                                labeller ->
                                                        labeller.work()
                                                                        .project(pets.id())
                                                                        .at("/guideline/version")
                                                                        .asInt()
                                                                == 2));
    }

    private void answer(String taskId, Answer ofEarly, Answer ofJan, Answer ofKim) {
        early.answer(early.assignmentOf(taskId), ofEarly);
        late.getFirst().answer(late.getFirst().assignmentOf(taskId), ofJan);
        late.getLast().answer(late.getLast().assignmentOf(taskId), ofKim);
    }

    private void consensusByTheNewVersionRejectsNobodyWhoWorkedByTheOld(String agreed) {
        JsonNode told = early.awaitVerdict(agreed, "accepted");
        assertThat(told.get("explanation").asString())
                .contains("The guideline changed after you had this picture.");
        assertThat(told.get("guidelineVersion").asInt()).isEqualTo(1);
        assertThat(late.getFirst().awaitVerdict(agreed, "accepted").get("reason").asString())
                .isEqualTo("agrees");
    }

    /** By the old one they can: it is what Early had read. */
    private void aReviewerCannotRejectByTheNewVersionWhoWorkedByTheOld(
            Session reviewer, String disputed) {
        String path = "/v1/reviews/" + disputed;
        String etag =
                await().atMost(Pets.TIMEOUT)
                        .until(() -> reviewer.exchange(Call.get(path)), Reply::isSuccess)
                        .header("ETag")
                        .orElseThrow();
        Reply refused = reviewer.exchange(decision(path, etag, 2));
        assertThat(refused.slug()).isEqualTo("newer-guideline");
        assertThat(refused.as(JsonNode.class).get("oldest").asInt()).isEqualTo(1);

        reviewer.send(decision(path, etag, 1));

        JsonNode told = early.awaitVerdict(disputed, "rejected");
        assertThat(told.get("guidelineVersion").asInt()).isEqualTo(1);
        assertThat(told.get("clause").asString()).isEqualTo("1 Wolves");
        assertThat(told.get("explanation").asString()).contains("by guideline version 1");
    }

    private static Call decision(String path, String etag, int guidelineVersion) {
        return Call.post(path + "/decision")
                .header("If-Match", etag)
                .json(new Decision(DOG, "1 Wolves", guidelineVersion));
    }
}
