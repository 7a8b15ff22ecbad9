package io.assay.gateway.proxy;

import io.assay.gateway.proxy.Exchange.Answer;
import io.assay.gateway.proxy.Exchange.Request;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands requests on to a service of which several instances run. All state is in the store that
 * they share, so any can answer for any assignment; each hands out the tasks of its own share, so
 * where one has no work another is asked.
 */
final class SharedService implements HandlerFunction<ServerResponse> {

    /** {@code empty} or {@code moving}: another instance may have what this one has not. */
    private static final String SHARE = "assay-share";

    private final Instances instances;
    private final Exchange exchange;
    private final ServiceFailures failures;
    private final TraceHeaders trace;
    private final JsonMapper json;

    SharedService(
            Instances instances,
            Exchange exchange,
            ServiceFailures failures,
            TraceHeaders trace,
            JsonMapper json) {
        this.instances = instances;
        this.exchange = exchange;
        this.failures = failures;
        this.trace = trace;
        this.json = json;
    }

    @Override
    public ServerResponse handle(ServerRequest request) {
        try {
            Request whole = whole(request);
            boolean keyed = whole.headers().containsKey("idempotency-key");
            RetryPolicy policy = RetryPolicy.of(request.method(), request.path(), keyed);
            return response(
                    policy == RetryPolicy.EVERY && instances.size() > 1
                            ? askAll(whole)
                            : ask(order(request), whole, policy));
        } catch (IOException e) {
            return failures.response(request, e);
        }
    }

    private Request whole(ServerRequest request) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        request.headers()
                .asHttpHeaders()
                .forEach(
                        (name, values) -> {
                            if (Exchange.isHandedOn(name)) {
                                headers.put(
                                        name.toLowerCase(Locale.ROOT), String.join(",", values));
                            }
                        });
        trace.addTo(headers);
        var servlet = request.servletRequest();
        String query = servlet.getQueryString();
        return new Request(
                request.method().name(),
                servlet.getRequestURI() + (query == null ? "" : "?" + query),
                headers,
                servlet.getInputStream().readAllBytes());
    }

    private List<URI> order(ServerRequest request) {
        return instances.inOrderFor(request.principal().map(Principal::getName).orElse(""));
    }

    /** The first answer that holds for all; else what the instances say of their shares. */
    private Answer ask(List<URI> order, Request request, RetryPolicy policy) throws IOException {
        Answer ofShare = null;
        IOException failure = null;
        for (URI base : attempts(order, policy)) {
            try {
                Answer answer = exchange.send(base, request);
                instances.answered(base);
                if (answer.header(SHARE).isEmpty()) {
                    return answer;
                }
                ofShare = ofShare == null || isMoving(answer) ? answer : ofShare;
            } catch (IOException e) {
                instances.failed(base);
                if (!mayGoOn(e, policy)) {
                    throw e;
                }
                failure = e;
            }
        }
        if (ofShare == null) {
            throw Objects.requireNonNull(failure);
        }
        return ofShare;
    }

    /**
     * What may be repeated is tried twice where the service runs once: the connection may have been
     * an old one.
     */
    private static List<URI> attempts(List<URI> order, RetryPolicy policy) {
        return order.size() == 1 && policy != RetryPolicy.ONCE
                ? List.of(order.getFirst(), order.getFirst())
                : order;
    }

    private static boolean isMoving(Answer answer) {
        return answer.header(SHARE).equals("moving");
    }

    private static boolean mayGoOn(IOException failure, RetryPolicy policy) {
        return switch (failure) {
            case ConnectException _, HttpConnectTimeoutException _ -> true;
            case HttpTimeoutException _ -> false;
            default -> policy != RetryPolicy.ONCE;
        };
    }

    private Answer askAll(Request request) throws IOException {
        List<Callable<Answer>> questions =
                instances.inOrderFor("").stream()
                        .<Callable<Answer>>map(
                                base -> () -> ask(List.of(base), request, RetryPolicy.ANY))
                        .toList();
        List<Answer> answers = new ArrayList<>();
        IOException failure = null;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var asked : threads.invokeAll(questions)) {
                switch (asked.state()) {
                    case SUCCESS -> answers.add(asked.resultNow());
                    case FAILED -> failure = asIs(asked.exceptionNow());
                    case RUNNING, CANCELLED -> throw new IllegalStateException("not asked");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return merged(answers, failure);
    }

    private static IOException asIs(Throwable failure) {
        return failure instanceof IOException io ? io : new IOException(failure);
    }

    /** Of those that answered; a refusal is everybody's. */
    private Answer merged(List<Answer> answers, @Nullable IOException failure) throws IOException {
        if (answers.isEmpty()) {
            throw failure == null ? new IOException("interrupted") : failure;
        }
        List<JsonNode> bodies =
                answers.stream()
                        .filter(answer -> answer.status() == HttpStatus.OK.value())
                        .map(answer -> json.readTree(answer.body()))
                        .toList();
        Answer first = answers.getFirst();
        return bodies.isEmpty()
                ? first
                : new Answer(
                        HttpStatus.OK.value(),
                        first.headers(),
                        json.writeValueAsBytes(Shares.merged(bodies)));
    }

    private static ServerResponse response(Answer answer) {
        ServerResponse.BodyBuilder response = ServerResponse.status(answer.status());
        answer.headers()
                .forEach(
                        (name, values) -> {
                            if (Exchange.isHandedOn(name) && !name.equalsIgnoreCase(SHARE)) {
                                response.header(name, values.toArray(String[]::new));
                            }
                        });
        return response.build(
                (_, servlet) -> {
                    servlet.setContentLength(answer.body().length);
                    servlet.getOutputStream().write(answer.body());
                    return null;
                });
    }
}
