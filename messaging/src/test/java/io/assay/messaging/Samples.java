package io.assay.messaging;

import io.assay.events.Answer;
import io.assay.events.Ids;
import io.assay.events.LabelSubmitted;
import io.assay.events.LeaseTerms;
import io.assay.events.Media;
import io.assay.events.Money;
import io.assay.events.TaskCreated;
import io.assay.events.TaskKind;
import io.assay.events.TaskWithdrawn;
import java.time.Instant;
import java.util.List;
import org.bson.types.Binary;

/** Events for tests. */
final class Samples {

    static final Instant NOON = TestClock.NOON;

    private Samples() {}

    static Outbox outbox() {
        return new Outbox(
                1,
                List.of(
                        new Outbox.Entry(
                                "a:1",
                                1,
                                "assay.TaskWithdrawn",
                                "a",
                                null,
                                new Binary(new EventCodec("test").data(taskWithdrawn("a"))),
                                NOON)));
    }

    static TaskCreated taskCreated(String externalId) {
        return new TaskCreated(
                Ids.taskId("p1", externalId),
                "p1",
                externalId,
                TaskKind.WORK,
                new Media("image", "picture:abc", "image/png", 64, 64),
                1_000,
                0,
                null,
                NOON);
    }

    static TaskWithdrawn taskWithdrawn(String externalId) {
        return new TaskWithdrawn(Ids.taskId("p1", externalId), "p1", "no longer needed", NOON);
    }

    static LabelSubmitted labelSubmitted(String externalId) {
        String task = Ids.taskId("p1", externalId);
        return new LabelSubmitted(
                Ids.assignmentId(task, "w1"),
                task,
                "p1",
                "w1",
                new LeaseTerms(1, new Money(150, "INR"), 1, 1_000, 1),
                new Answer.Category("cat"),
                NOON,
                NOON);
    }
}
