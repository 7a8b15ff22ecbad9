package io.assay.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.access.Owner;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

class ServiceFailuresTests {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final ServiceFailures failures = new ServiceFailures(Owner.TASK, metrics);

    static Stream<Arguments> failuresAndAnswers() {
        return Stream.of(
                Arguments.of("GET", new ConnectException(), 503, 2),
                Arguments.of("GET", new HttpConnectTimeoutException("slow"), 503, 2),
                Arguments.of("GET", new IOException("reset"), 502, 2),
                Arguments.of("GET", new HttpTimeoutException("slow"), 504, 1),
                Arguments.of("POST", new ConnectException(), 503, 1),
                Arguments.of("POST", new IOException("reset"), 502, 1),
                Arguments.of("PUT", new HttpTimeoutException("slow"), 504, 1));
    }

    @ParameterizedTest
    @MethodSource("failuresAndAnswers")
    void answersForTheService(String method, IOException failure, int status, int calls)
            throws Exception {
        AtomicInteger called = new AtomicInteger();

        ServerResponse response =
                failures.filter(
                        request(method),
                        _ -> {
                            called.incrementAndGet();
                            throw new ResourceAccessException("failed", failure);
                        });

        assertThat(response.statusCode().value()).isEqualTo(status);
        assertThat(called).hasValue(calls);
        assertThat(
                        metrics.counter(
                                        "assay.gateway.service.failures",
                                        "service",
                                        "task-service",
                                        "status",
                                        Integer.toString(status))
                                .count())
                .isOne();
    }

    private static ServerRequest request(String method) {
        return ServerRequest.create(new MockHttpServletRequest(method, "/v1/projects"), List.of());
    }
}
