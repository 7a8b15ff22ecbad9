package io.assay.cli.client;

import io.assay.events.Answer;
import io.assay.events.FlagReason;
import io.assay.events.Money;
import io.assay.events.Tool;
import io.assay.events.Verdict;
import io.assay.events.VerdictReason;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a worker does. */
public record Work(Session session) {

    private static final String UNREAD = "guideline-not-acknowledged";

    /** A picture held for some time, and later what became of it. */
    public record Assignment(
            String assignmentId,
            String projectId,
            String state,
            Media media,
            Money price,
            int guidelineVersion,
            @Nullable Judged verdict) {}

    /** What review decided about an answer, as its worker may know it. */
    public record Judged(Verdict verdict, VerdictReason reason, String explanation) {}

    /** Where the picture is. */
    public record Media(String kind, String url) {}

    /** What an accepted label brought. */
    public record Earning(String id, String projectId, String assignmentId, Money amount) {}

    /** Body of an answer. */
    public record Labelling(Answer answer) {}

    private record Flagging(FlagReason reason, String comment) {}

    private record Leased(List<Assignment> assignments) {}

    private record Application(
            boolean adult,
            String residence,
            List<String> languages,
            List<Tool> abilities,
            String phone) {}

    /** Asks to be let in, as a person of one's own who does all kinds of work. */
    public void apply() {
        session.send(
                Call.post("/v1/workers")
                        .json(
                                new Application(
                                        true,
                                        "IN",
                                        List.of("en"),
                                        List.of(Tool.values()),
                                        nobodysPhone())));
    }

    /** No country has this code. */
    private static String nobodysPhone() {
        return "+999%012d".formatted(ThreadLocalRandom.current().nextLong(1_000_000_000_000L));
    }

    public JsonNode me() {
        return session.get("/v1/workers/me", JsonNode.class);
    }

    public List<JsonNode> projects() {
        return session.all("/v1/work", JsonNode.class);
    }

    /** Ontology and guideline of a project. */
    public JsonNode project(String projectId) {
        return session.get("/v1/work/" + projectId, JsonNode.class);
    }

    /**
     * Up to so many assignments of a project; none if there is no work now. Acknowledges the
     * guideline where that is asked for.
     */
    public List<Assignment> lease(String projectId, int max) {
        try {
            return leaseAsKnown(projectId, max);
        } catch (ProblemException refused) {
            if (!refused.slug().equals(UNREAD)) {
                throw refused;
            }
            acknowledge(projectId);
            return leaseAsKnown(projectId, max);
        }
    }

    /** True once the worker is shown the project, which is a moment after it was published. */
    public boolean sees(String projectId) {
        return session.exchange(Call.get("/v1/work/" + projectId)).isSuccess();
    }

    /** Says to have read the current guideline. Returns its version. */
    public int acknowledge(String projectId) {
        int version = project(projectId).at("/guideline/version").asInt();
        session.send(
                Call.put("/v1/work/" + projectId + "/acknowledgement")
                        .json(Map.of("version", version)));
        return version;
    }

    /** As {@link #lease}, refused while the guideline is not acknowledged. */
    public List<Assignment> leaseAsKnown(String projectId, int max) {
        return session.post("/v1/leases", Map.of("projectId", projectId, "max", max), Leased.class)
                .assignments();
    }

    /** What the worker holds, as after an answer to {@link #lease} that was lost on the way. */
    public List<Assignment> held() {
        return session.all("/v1/assignments?state=leased", Assignment.class);
    }

    public List<Assignment> assignments() {
        return session.all("/v1/assignments", Assignment.class);
    }

    public Reply label(String assignmentId, Answer answer) {
        return act(assignmentId, "label", new Labelling(answer));
    }

    public Reply flag(String assignmentId, FlagReason reason, String comment) {
        return act(assignmentId, "flag", new Flagging(reason, comment));
    }

    public Reply skip(String assignmentId) {
        return session.exchange(Call.post(path(assignmentId, "skip")));
    }

    public Reply release(String assignmentId) {
        return session.exchange(Call.post(path(assignmentId, "release")));
    }

    /** The picture's bytes. */
    public byte[] look(Media media) {
        Call call = Call.get(media.url());
        return session.http().send(call).orThrow(call).body();
    }

    public JsonNode balance() {
        return session.get("/v1/balance", JsonNode.class);
    }

    public List<Earning> earnings() {
        return session.all("/v1/earnings", Earning.class);
    }

    private Reply act(String assignmentId, String what, Object body) {
        return session.exchange(
                Call.post(path(assignmentId, what))
                        .json(body)
                        .header("Idempotency-Key", UUID.randomUUID().toString()));
    }

    private static String path(String assignmentId, String what) {
        return "/v1/assignments/" + Call.encode(assignmentId) + "/" + what;
    }
}
