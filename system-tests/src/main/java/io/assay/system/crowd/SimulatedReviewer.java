package io.assay.system.crowd;

import io.assay.events.Answer;
import io.assay.system.client.Call;
import io.assay.system.client.Http;
import io.assay.system.client.Pause;
import io.assay.system.client.ProblemException;
import io.assay.system.client.Session;
import io.assay.system.client.Work;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/** A reviewer who works off the queue of a project, and always says what the truth says. */
public final class SimulatedReviewer {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(700);
    private static final Duration THINK = Duration.ofMillis(30);

    private final Session session;
    private final Truth truth;
    private final WorkLog log;
    private final AtomicLong decided = new AtomicLong();

    public SimulatedReviewer(Session session, Truth truth, WorkLog log) {
        this.session = session;
        this.truth = truth;
        this.log = log;
    }

    /** How many decisions were acknowledged. */
    public long decided() {
        return decided.get();
    }

    /** Decides what comes up until told that it is over. */
    public void run(String projectId, BooleanSupplier over) {
        while (!over.getAsBoolean()) {
            try {
                for (JsonNode review :
                        session.all("/v1/reviews?projectId=" + projectId, JsonNode.class)) {
                    Pause.of(THINK);
                    decide(review.required("taskId").asString());
                }
            } catch (ProblemException refused) {
                log.surprised("queue of reviews: " + refused.getMessage());
            } catch (Http.Unreachable away) {
                log.refused("reviews unreachable");
            }
            Pause.of(BETWEEN_LOOKS);
        }
    }

    /** One that is so new that the truth does not know it yet comes again. */
    private void decide(String taskId) {
        truth.ofTask(taskId).ifPresent(classId -> decide(taskId, classId));
    }

    private void decide(String taskId, String classId) {
        String path = "/v1/reviews/" + taskId;
        Object decision = new Work.Labelling(new Answer.Category(classId));
        try {
            session.change(path, Call.post(path + "/decision").json(decision));
            decided.incrementAndGet();
        } catch (ProblemException refused) {
            if (refused.status() == 404 || refused.status() == 409) {
                log.refused("decision " + refused.status());
            } else {
                log.surprised("decision: " + refused.getMessage());
            }
        }
    }
}
