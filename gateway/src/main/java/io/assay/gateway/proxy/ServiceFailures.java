package io.assay.gateway.proxy;

import io.assay.gateway.access.Owner;
import io.assay.web.BodyLimitFilter;
import io.assay.web.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Answers for a service that does not: 503 if it cannot be reached, 504 if it takes too long, 502
 * if it breaks off. A read is tried a second time, a write never: only the caller can say whether
 * it may be repeated.
 */
final class ServiceFailures implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    private static final Logger log = LoggerFactory.getLogger(ServiceFailures.class);

    private final Owner owner;
    private final MeterRegistry metrics;

    ServiceFailures(Owner owner, MeterRegistry metrics) {
        this.owner = owner;
        this.metrics = metrics;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next)
            throws Exception {
        try {
            return answer(request, next);
        } catch (ResourceAccessException e) {
            return repeatable(request, e) ? again(request, next) : response(request, e.getCause());
        }
    }

    private ServerResponse answer(ServerRequest request, HandlerFunction<ServerResponse> next)
            throws Exception {
        ServerResponse response = next.handle(request);
        InputStream body =
                MvcUtils.getAttribute(request, MvcUtils.CLIENT_RESPONSE_INPUT_STREAM_ATTR);
        if (body != null) {
            MvcUtils.putAttribute(
                    request,
                    MvcUtils.CLIENT_RESPONSE_INPUT_STREAM_ATTR,
                    new ServiceStream(body, owner.serviceName()));
        }
        return response;
    }

    private ServerResponse again(ServerRequest request, HandlerFunction<ServerResponse> next)
            throws Exception {
        try {
            return answer(request, next);
        } catch (ResourceAccessException e) {
            return response(request, e.getCause());
        }
    }

    private static boolean repeatable(ServerRequest request, ResourceAccessException failure) {
        return request.method().equals(HttpMethod.GET)
                && status(failure.getCause()) != HttpStatus.GATEWAY_TIMEOUT;
    }

    /** The answer to the client when none came of the service. */
    ServerResponse response(ServerRequest request, @Nullable Throwable failure) {
        Problem refusal = BodyLimitFilter.refusal(request.servletRequest());
        if (refusal != null) {
            return response(refusal);
        }
        HttpStatus status = status(failure);
        metrics.counter(
                        "assay.gateway.service.failures",
                        "service",
                        owner.serviceName(),
                        "status",
                        Integer.toString(status.value()))
                .increment();
        log.atWarn()
                .addKeyValue("target", owner.serviceName())
                .addKeyValue("status", status.value())
                .log("a service did not answer: {}", String.valueOf(failure));
        return response(problem(status));
    }

    private Problem problem(HttpStatus status) {
        String service = owner.serviceName();
        return switch (status) {
            case SERVICE_UNAVAILABLE ->
                    Problem.of(
                                    HttpStatus.SERVICE_UNAVAILABLE,
                                    "service-unavailable",
                                    service + " cannot be reached; try again soon.")
                            .retryAfter(1);
            case GATEWAY_TIMEOUT ->
                    Problem.of(
                            HttpStatus.GATEWAY_TIMEOUT,
                            "service-timeout",
                            service + " took too long; the request may have worked.");
            default ->
                    Problem.of(
                            HttpStatus.BAD_GATEWAY,
                            "service-failure",
                            service + " broke off; the request may have worked.");
        };
    }

    private static HttpStatus status(@Nullable Throwable failure) {
        return switch (failure) {
            case ConnectException _, HttpConnectTimeoutException _ ->
                    HttpStatus.SERVICE_UNAVAILABLE;
            case HttpTimeoutException _ -> HttpStatus.GATEWAY_TIMEOUT;
            case null, default -> HttpStatus.BAD_GATEWAY;
        };
    }

    private static ServerResponse response(Problem problem) {
        return ServerResponse.status(problem.getStatusCode())
                .headers(headers -> headers.addAll(problem.getHeaders()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.getBody());
    }
}
