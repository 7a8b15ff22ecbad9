package io.assay.payment;

import static org.awaitility.Awaitility.await;

import io.assay.events.Event;
import io.assay.messaging.Engines;
import io.assay.messaging.EventPublisher;
import io.assay.messaging.Outgoing;
import io.assay.web.TestTokens;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The whole service on real engines; tests share one, so each uses names of its own. */
@SpringBootTest(
        properties = {"assay.disputes.retry-interval=200ms", "assay.budgets.flush-interval=100ms"})
@AutoConfigureMockMvc
@ContextConfiguration(initializers = Engines.Initializer.class)
@Import(TestTokens.Config.class)
abstract class PaymentFlow {

    @Autowired EventPublisher publisher;
    @Autowired Engines engines;
    @Autowired MockMvcTester http;

    static String fresh(String prefix) {
        return prefix + UUID.randomUUID().toString().substring(0, 8);
    }

    void publish(String id, long sequence, Event event) {
        publisher.publish(List.of(new Outgoing(id, sequence, event, null)));
    }

    void publish(Event event) {
        publish(UUID.randomUUID().toString(), 1, event);
    }

    MvcTestResult get(String path, String subject, String... roles) {
        return http.get()
                .uri(path)
                .header("Authorization", TestTokens.bearer(subject, roles))
                .exchange();
    }

    MvcTestResult post(String path, String subject, String... roles) {
        return http.post()
                .uri(path)
                .header("Authorization", TestTokens.bearer(subject, roles))
                .exchange();
    }

    static void eventually(ThrowingRunnable assertion) {
        await().untilAsserted(assertion);
    }
}
