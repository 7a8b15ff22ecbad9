package io.assay.cli.people;

import io.assay.cli.client.Call;
import io.assay.cli.client.Http;
import io.assay.cli.client.Pause;
import io.assay.cli.client.ProblemException;
import io.assay.cli.client.Session;
import io.assay.cli.client.Work;
import io.assay.events.Answer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/** A reviewer who works off the queue of a project, and always says what the truth says. */
public final class SimulatedReviewer {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(700);
    private static final Duration THINK = Duration.ofMillis(30);

    private final Session session;
    private final KnownAnswers truth;
    private final Refusals refusals;
    private final AtomicLong decided = new AtomicLong();

    public SimulatedReviewer(Session session, KnownAnswers truth, Refusals refusals) {
        this.session = session;
        this.truth = truth;
        this.refusals = refusals;
    }

    /** How many decisions were acknowledged. */
    public long decided() {
        return decided.get();
    }

    /** Decides what comes up until it is over. */
    public void run(String projectId, BooleanSupplier over) {
        while (!over.getAsBoolean()) {
            try {
                for (JsonNode review :
                        session.all("/v1/reviews?projectId=" + projectId, JsonNode.class)) {
                    Pause.of(THINK);
                    decide(review.required("taskId").asString());
                }
            } catch (ProblemException refused) {
                refusals.unexpected("queue of reviews: " + refused.getMessage());
            } catch (Http.Unreachable away) {
                refusals.refused("reviews unreachable");
            }
            Pause.of(POLL_INTERVAL);
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
                refusals.refused("decision " + refused.status());
            } else {
                refusals.unexpected("decision: " + refused.getMessage());
            }
        }
    }
}
