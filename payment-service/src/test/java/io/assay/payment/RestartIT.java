package io.assay.payment;

import static io.assay.payment.Fixtures.accepted;
import static io.assay.payment.Fixtures.assigned;
import static io.assay.payment.Fixtures.project;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import io.assay.events.EarningRecorded;
import io.assay.messaging.Engines;
import io.assay.messaging.Envelope;
import io.assay.messaging.EventPublisher;
import io.assay.messaging.Outgoing;
import io.assay.messaging.TestClock;
import io.assay.payment.journal.MongoBalances;
import io.assay.payment.journal.MongoJournal;
import io.assay.payment.ledger.BalanceKey;
import io.assay.payment.ledger.Balances;
import io.assay.payment.ledger.Bookkeeper;
import io.assay.payment.ledger.PartialBalance;
import io.assay.web.TestTokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The process ends after the journal was written and before the balances were. */
class RestartIT {

    private static final int LABELS = 40;

    @Test
    void finishesWhatTheLastProcessBegan() {
        try (Engines engines = Engines.start()) {
            Map<String, String> properties = engines.properties("restart");

            try (var dying = start(properties, BalancesThatFail.class)) {
                publishLabels(dying);
                // It goes no further than the first batch, which may hold any part of them.
                PaymentFlow.eventually(() -> assertThat(journal(dying)).isPositive());
                assertThat(balances(dying))
                        .noneMatch(b -> b.getString("owner").equals("worker:w1"));
            }
            try (var next = start(properties, Nothing.class)) {
                PaymentFlow.eventually(() -> assertThat(held(next)).isEqualTo(LABELS * 150L));
                assertThat(journal(next)).isEqualTo(LABELS);
                assertEachEarningIsTold(engines);
            }
        }
    }

    private static void publishLabels(ConfigurableApplicationContext context) {
        List<Outgoing> events = new ArrayList<>();
        events.add(Outgoing.of("project", project("p1", 1, 100_000)));
        for (int i = 0; i < LABELS; i++) {
            events.add(Outgoing.of("lease" + i, assigned("t" + i, "w1", "p1")));
            events.add(Outgoing.of("verdict" + i, accepted("t" + i, "w1", "p1")));
        }
        context.getBean(EventPublisher.class).publish(events);
    }

    private static void assertEachEarningIsTold(Engines engines) {
        try (EventLog earnings = new EventLog(engines, "assay.earnings")) {
            PaymentFlow.eventually(
                    () -> {
                        // A repeat is allowed, if it says the same under the same id.
                        Map<String, Object> told = new HashMap<>();
                        for (Envelope e : earnings.all(EarningRecorded.class, "w1")) {
                            assertThat(told.putIfAbsent(e.id(), e.event())).isIn(null, e.event());
                        }
                        assertThat(told).hasSize(LABELS);
                    });
        }
    }

    private static long journal(ConfigurableApplicationContext context) {
        return context.getBean(MongoTemplate.class)
                .getCollection("journal")
                .countDocuments(new Document("kind", "earning"));
    }

    private static long held(ConfigurableApplicationContext context) {
        return balances(context).stream()
                .filter(b -> b.getString("owner").equals("worker:w1"))
                .mapToLong(b -> b.getLong("minor"))
                .sum();
    }

    private static List<Document> balances(ConfigurableApplicationContext context) {
        return context.getBean(MongoTemplate.class)
                .getCollection("balances")
                .find()
                .into(new ArrayList<>());
    }

    private static ConfigurableApplicationContext start(
            Map<String, String> properties, Class<?> configuration) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("server.port", 0);
        all.put("spring.main.keep-alive", false);
        return new SpringApplicationBuilder(
                        PaymentServiceApplication.class, TestTokens.Config.class, configuration)
                .initializers(TestClock.shared()::giveTo)
                .properties(all)
                .run(
                        all.entrySet().stream()
                                .map(e -> "--" + e.getKey() + "=" + e.getValue())
                                .toArray(String[]::new));
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Nothing {}

    @TestConfiguration(proxyBeanMethods = false)
    static class BalancesThatFail {

        @Bean
        @Primary
        Bookkeeper failingBookkeeper(MongoJournal journal, MongoBalances balances) {
            return new Bookkeeper(journal, new Failing(balances));
        }
    }

    /** Takes nothing that is a worker's. */
    private record Failing(MongoBalances balances) implements Balances {

        @Override
        public Map<BalanceKey, PartialBalance> find(Collection<BalanceKey> keys) {
            return balances.find(keys);
        }

        @Override
        public boolean write(List<PartialBalance> next) {
            if (next.stream().anyMatch(b -> b.key().account().owner().startsWith("worker:"))) {
                throw new MongoException("the store went away");
            }
            return balances.write(next);
        }
    }
}
