package io.assay.assignment.assignment;

import io.assay.assignment.figure.KeepFigures;
import io.assay.messaging.AggregateStore;
import io.assay.messaging.EventConsumers;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;

/** What this feature does on its own: on verdicts, and as time passes. */
@Configuration(proxyBeanMethods = false)
class AssignmentFunctions {

    private final ExpireLeases expireLeases;
    private final SettleHolds settleHolds;
    private final MongoLeaseRecords records;
    private final LeaseProperties properties;
    private final Clock clock;

    AssignmentFunctions(
            ExpireLeases expireLeases,
            SettleHolds settleHolds,
            MongoLeaseRecords records,
            LeaseProperties properties,
            Clock clock) {
        this.expireLeases = expireLeases;
        this.settleHolds = settleHolds;
        this.records = records;
        this.properties = properties;
        this.clock = clock;
    }

    /** Before others look at what became of an assignment. */
    @Bean
    @Order(0)
    static EventConsumers.Handler keepVerdicts(
            AggregateStore<Assignment> assignments, KeepFigures figures) {
        return new KeepVerdicts(assignments, figures)::keep;
    }

    @Scheduled(fixedDelayString = "${assay.leases.expiry-interval:500ms}")
    void expireLeases() {
        expireLeases.run();
    }

    @Scheduled(fixedDelayString = "${assay.budgets.settle-interval:15s}")
    void settleHolds() {
        settleHolds.run();
    }

    @Scheduled(fixedDelayString = "1h", initialDelayString = "10m")
    void forgetRequests() {
        records.forgetBefore(clock.instant().minus(properties.remembered()));
    }
}
