package io.assay.cli.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One principal's requests: adds the token, renews it when it ends or is refused. */
public final class Session {

    private static final Duration RENEW_BEFORE = Duration.ofSeconds(30);

    private final Http http;
    private final TokenSource source;
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile @Nullable Held held;

    public Session(Http http, TokenSource source) {
        this.http = http;
        this.source = source;
    }

    public Http http() {
        return http;
    }

    /** The answer of whatever status. */
    public Reply exchange(Call call) {
        String token = token(null);
        Reply reply = http.send(call.header("Authorization", "Bearer " + token));
        if (reply.status() == 401) {
            reply = http.send(call.header("Authorization", "Bearer " + token(token)));
        }
        return reply;
    }

    /**
     * @throws ProblemException unless the status is 2xx
     */
    public Reply send(Call call) {
        return exchange(call).orThrow(call);
    }

    public <T> T get(String path, Class<T> type) {
        return send(Call.get(path)).as(type);
    }

    public <T> T post(String path, Object body, Class<T> type) {
        return send(Call.post(path).json(body)).as(type);
    }

    /** All items of a list, page by page. */
    public <T> List<T> all(String path, Class<T> type) {
        List<T> items = new ArrayList<>();
        String first = path + (path.contains("?") ? "&" : "?") + "limit=200";
        Optional<String> next = Optional.of(first);
        while (next.isPresent()) {
            JsonNode page = get(next.get(), JsonNode.class);
            page.path("items").forEach(item -> items.add(Json.convert(item, type)));
            next =
                    Optional.ofNullable(page.path("next").asString(null))
                            .map(cursor -> first + "&cursor=" + Call.encode(cursor));
        }
        return items;
    }

    /**
     * Changes something that exists: reads its ETag and sends the call under it, again if someone
     * else was faster.
     */
    public Reply change(String resource, Call call) {
        while (true) {
            String etag = send(Call.get(resource)).header("ETag").orElse("*");
            Reply reply = exchange(call.header("If-Match", etag));
            if (reply.status() != 412) {
                return reply.orThrow(call);
            }
        }
    }

    /**
     * One try for an answer without an end; the caller closes its body.
     *
     * @throws IOException if no answer came
     */
    HttpResponse<InputStream> stream(Call call) throws IOException {
        return http.stream(call.header("Authorization", "Bearer " + token(null)));
    }

    /**
     * One try that sends what the stream holds.
     *
     * @throws IOException if no answer came
     */
    public Reply upload(Call call, InputStream body) throws IOException {
        return http.upload(call.header("Authorization", "Bearer " + token(null)), body);
    }

    /**
     * A body too long to be held; the caller closes it.
     *
     * @throws IOException if no answer came
     * @throws ProblemException unless the status is 2xx
     */
    public InputStream download(Call call) throws IOException {
        HttpResponse<InputStream> response = stream(call);
        if (response.statusCode() / 100 == 2) {
            return response.body();
        }
        try (InputStream body = response.body()) {
            Reply reply = new Reply(response.statusCode(), response.headers(), body.readAllBytes());
            throw new ProblemException(call, reply);
        }
    }

    /** The token of this principal, for calls outside of this client. */
    public String token() {
        return token(null);
    }

    private String token(@Nullable String refused) {
        Held now = held;
        if (now != null && now.holds(refused)) {
            return now.value;
        }
        renewing.lock();
        try {
            Held newest = held;
            if (newest == null || !newest.holds(refused)) {
                newest = Held.of(source.fetch());
                held = newest;
            }
            return newest.value;
        } finally {
            renewing.unlock();
        }
    }

    private record Held(String value, long renewAt) {

        static Held of(TokenSource.Token token) {
            Duration left = Duration.ofSeconds(token.seconds()).minus(RENEW_BEFORE);
            return new Held(token.value(), System.nanoTime() + left.toNanos());
        }

        boolean holds(@Nullable String refused) {
            return !value.equals(refused) && System.nanoTime() < renewAt;
        }
    }
}
