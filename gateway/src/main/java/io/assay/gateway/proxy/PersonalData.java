package io.assay.gateway.proxy;

import io.assay.gateway.GatewayProperties;
import io.assay.gateway.proxy.Exchange.Answer;
import io.assay.gateway.proxy.Exchange.Request;
import io.assay.web.Problem;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What services know of a person beside their labels: it goes with the account. */
@Component
public class PersonalData {

    private static final Logger log = LoggerFactory.getLogger(PersonalData.class);
    private static final String PATH = "/v1/workers/me/application";

    private final Exchange exchange;
    private final Instances instances;

    PersonalData(Exchange exchange, GatewayProperties properties, Clock clock) {
        this.exchange = exchange;
        this.instances = new Instances(properties.services().assignment(), clock);
    }

    /**
     * Has it forgotten; doing so twice does no harm.
     *
     * @param worker whose token it is
     * @throws Problem 503 if it cannot be forgotten now
     */
    public void forget(String worker, String token) {
        Request request =
                new Request(
                        "DELETE", PATH, Map.of("authorization", "Bearer " + token), new byte[0]);
        for (URI base : instances.inOrderFor(worker)) {
            try {
                Answer answer = exchange.send(base, request);
                if (HttpStatus.valueOf(answer.status()).is2xxSuccessful()) {
                    return;
                }
                log.warn("personal data are not forgotten: {}", answer.status());
            } catch (IOException e) {
                instances.failed(base);
                log.warn("personal data are not forgotten", e);
            }
        }
        throw Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "service-unavailable",
                        "assignment-service cannot be reached; nothing was deleted. Try again"
                                + " soon.")
                .retryAfter(5);
    }
}
