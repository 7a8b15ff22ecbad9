package io.assay.gateway.proxy;

import io.assay.gateway.GatewayProperties;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * What assignment-service tells a worker of work that appears. Each instance tells of its share;
 * the worker's own is heard, as new work comes to all.
 */
@Component
public class WorkFeeds {

    private static final String PATH = "/v1/stream/work";

    /** Until the answer begins. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient client;
    private final Instances instances;

    WorkFeeds(ProxyProperties properties, GatewayProperties gateway, Clock clock) {
        this.client = ServiceRequestFactory.client(properties);
        this.instances = new Instances(gateway.services().assignment(), clock);
    }

    /**
     * @throws IOException if no instance answers
     */
    public ServiceFeed open(String caller, String token) throws IOException {
        IOException failure = new IOException("no instance");
        for (URI base : instances.inOrderFor(caller)) {
            try {
                ServiceFeed feed = open(base, token);
                instances.answered(base);
                return feed;
            } catch (IOException e) {
                instances.failed(base);
                failure = e;
            }
        }
        throw failure;
    }

    private ServiceFeed open(URI base, String token) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + PATH))
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                        .header(HttpHeaders.ACCEPT, "text/event-stream, application/problem+json")
                        .build();
        CompletableFuture<HttpResponse<InputStream>> asked =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
        try {
            HttpResponse<InputStream> response =
                    asked.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            return new ServiceFeed(
                    response.statusCode(),
                    response.headers().firstValue(HttpHeaders.CONTENT_TYPE).orElse(null),
                    response.body());
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (TimeoutException e) {
            asked.cancel(true);
            throw new IOException("no answer of " + base, e);
        } catch (InterruptedException e) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for " + base);
        }
    }
}
