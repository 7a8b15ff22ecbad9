package io.assay.gateway.proxy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Whole requests for whole answers, over connections that are kept. */
final class Exchange {

    /** What belongs to one connection, or is the gateway's to say. */
    private static final Set<String> NOT_HANDED_ON =
            Set.of(
                    "connection",
                    "content-length",
                    "expect",
                    "forwarded",
                    "host",
                    "keep-alive",
                    "proxy-authenticate",
                    "proxy-authorization",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade");

    private static final String SPOKEN_FOR = "x-forwarded-";

    private final HttpClient client;
    private final Duration timeout;

    Exchange(HttpClient client, Duration timeout) {
        this.client = client;
        this.timeout = timeout;
    }

    /**
     * A request, whole, so that it can be made again.
     *
     * @param target path and query, as they came
     * @param headers only those that are handed on
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Request(String method, String target, Map<String, String> headers, byte[] body) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answer(int status, Map<String, List<String>> headers, byte[] body) {

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    /**
     * The answer, whatever its status.
     *
     * @throws IOException if none came, or not all of it
     */
    Answer send(URI base, Request request) throws IOException {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(base + request.target()))
                        .timeout(timeout)
                        .method(request.method(), body(request));
        request.headers().forEach(builder::setHeader);
        try {
            HttpResponse<byte[]> response =
                    client.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers().map(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for " + base);
        }
    }

    private static HttpRequest.BodyPublisher body(Request request) {
        return request.body().length == 0
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(request.body());
    }

    static boolean isHandedOn(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return !NOT_HANDED_ON.contains(name) && !name.startsWith(SPOKEN_FOR);
    }
}
