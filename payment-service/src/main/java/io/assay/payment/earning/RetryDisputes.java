package io.assay.payment.earning;

import io.assay.messaging.EventPublisher;
import io.assay.messaging.Outgoing;
import io.assay.messaging.Versioned;
import io.assay.payment.earning.Dispute.Status;
import io.assay.payment.project.MongoProjects;
import io.assay.payment.project.PriceCheck;
import io.assay.payment.project.ProjectTerms;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Tells parked verdicts again once they can be paid: under their own id, on their own topic, so
 * that they are paid where all are. To every other reader it is a duplicate.
 */
final class RetryDisputes {

    /**
     * After how long a verdict that was published again, and did not arrive, is published once
     * more.
     */
    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);

    private static final int CHUNK = 500;

    private final MongoDisputes disputes;
    private final MongoProjects projects;
    private final EventPublisher publisher;
    private final Clock clock;
    private final Map<Status, AtomicLong> open = new HashMap<>();

    RetryDisputes(
            MongoDisputes disputes,
            MongoProjects projects,
            EventPublisher publisher,
            MeterRegistry meters,
            Clock clock) {
        this.disputes = disputes;
        this.projects = projects;
        this.publisher = publisher;
        this.clock = clock;
        for (Status status : List.of(Status.WAITING, Status.DISPUTED)) {
            Tags tags = Tags.of("status", status.name().toLowerCase(Locale.ROOT));
            open.put(status, meters.gauge("assay.disputes.open", tags, new AtomicLong()));
        }
    }

    /** Goes through all that are waiting or approved. */
    void run() {
        open.forEach((status, gauge) -> gauge.set(disputes.count(status)));
        retry(Status.WAITING);
        retry(Status.APPROVED);
    }

    private void retry(Status status) {
        Instant now = clock.instant();
        List<Versioned<Dispute>> chunk = new ArrayList<>();
        try (Stream<Versioned<Dispute>> all = disputes.stream(status)) {
            all.filter(d -> !d.state().retriedSince(now.minus(RETRY_AFTER)))
                    .forEach(
                            dispute -> {
                                chunk.add(dispute);
                                if (chunk.size() == CHUNK) {
                                    publish(chunk, now);
                                    chunk.clear();
                                }
                            });
        }
        publish(chunk, now);
    }

    private void publish(List<Versioned<Dispute>> chunk, Instant now) {
        Map<String, ProjectTerms> known =
                projects.findAll(chunk.stream().map(d -> d.state().verdict().projectId()).toList());
        List<Versioned<Dispute>> due =
                chunk.stream().filter(d -> payable(d.state(), known)).toList();
        publisher.publish(due.stream().map(d -> again(d.state())).toList());
        Map<Versioned<Dispute>, Dispute> retried = new HashMap<>();
        due.forEach(d -> retried.put(d, d.state().retried(now)));
        // One that changed meanwhile was published by another instance, or paid already.
        disputes.updateAll(retried);
    }

    private static boolean payable(Dispute dispute, Map<String, ProjectTerms> known) {
        ProjectTerms project = known.get(dispute.verdict().projectId());
        return project != null
                && (dispute.cleared()
                        || !(PriceCheck.of(project, dispute.verdict().terms())
                                instanceof PriceCheck.CardUnknown));
    }

    private static Outgoing again(Dispute dispute) {
        return new Outgoing(
                dispute.eventId(), dispute.sequence(), dispute.verdict(), dispute.traceparent());
    }
}
