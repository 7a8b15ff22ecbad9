package io.assay.task.picture.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;

/**
 * Reads files from links: only where the rules allow, each redirect judged anew, from addresses
 * that were checked, and within a time.
 */
public final class RemoteFiles implements AutoCloseable {

    /** What came of a link. */
    public sealed interface Outcome<T> {

        record Read<T>(T result) implements Outcome<T> {}

        record NotAllowed<T>(String detail) implements Outcome<T> {}

        record Failed<T>(String detail) implements Outcome<T> {}
    }

    /** Takes the bytes in; need not read them to the end. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(InputStream body) throws IOException;
    }

    private sealed interface Hop<T> {

        record Done<T>(Outcome<T> outcome) implements Hop<T> {}

        record Redirect<T>(String target) implements Hop<T> {}
    }

    private static final int MAX_REDIRECTS = 3;

    private final UrlRule rule;
    private final Duration limit;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

    /**
     * @param allowed which addresses may be called, {@link AddressRule#isPublic} but for tests
     * @param limit of the time from link to last byte
     */
    public RemoteFiles(
            UrlRule rule, Resolver resolver, Predicate<InetAddress> allowed, Duration limit) {
        this.rule = rule;
        this.limit = limit;
        this.client = PlainHttp.client(new GuardedDns(resolver, allowed));
    }

    /**
     * From the hosts of the rule.
     *
     * @throws IOException what the reader threw; a fault of the other side is an outcome
     */
    public <T> Outcome<T> fetch(String url, Reader<T> reader) throws IOException {
        return fetch(url, rule, reader);
    }

    /**
     * From the host that the address names and no other, whichever it is.
     *
     * @param url that may be asked for: who gives it has decided that
     * @throws IOException what the reader threw; a fault of the other side is an outcome
     */
    public <T> Outcome<T> fetchFromItsHost(String url, Reader<T> reader) throws IOException {
        return fetch(url, rule.forHostOf(url), reader);
    }

    private <T> Outcome<T> fetch(String url, UrlRule followed, Reader<T> reader)
            throws IOException {
        long deadline = System.nanoTime() + limit.toNanos();
        String at = url;
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            Optional<URI> allowed = followed.allowed(at);
            if (allowed.isEmpty()) {
                return new Outcome.NotAllowed<>(
                        "url: " + at + " (expected: " + followed.scheme() + " to an allowed host)");
            }
            switch (hop(allowed.get(), deadline, reader)) {
                case Hop.Done<T>(var outcome) -> {
                    return outcome;
                }
                case Hop.Redirect<T>(var target) -> at = target;
            }
        }
        return new Outcome.Failed<>("url: more than " + MAX_REDIRECTS + " redirects");
    }

    private <T> Hop<T> hop(URI uri, long deadline, Reader<T> reader) throws IOException {
        HttpGet get = new HttpGet(uri);
        get.setHeader(HttpHeaders.ACCEPT, "image/jpeg, image/png, image/webp");
        Future<?> end =
                timer.schedule(get::cancel, deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        try {
            return answered(uri, opened(uri, get), reader);
        } catch (GuardedDns.Forbidden e) {
            return new Hop.Done<>(
                    new Outcome.NotAllowed<>(
                            "url: " + uri.getHost() + " has an address that is not public"));
        } catch (IncompleteResponse e) {
            return failed(uri, "did not answer in full");
        } finally {
            end.cancel(false);
            // closes the connection too: what was not read of the answer may have no end
            get.cancel();
        }
    }

    private ClassicHttpResponse opened(URI uri, HttpGet get) throws IOException {
        HttpHost host = new HttpHost(uri.getScheme(), uri.getHost(), uri.getPort());
        try {
            return client.executeOpen(host, get, null);
        } catch (GuardedDns.Forbidden e) {
            throw e;
        } catch (IOException e) {
            throw new IncompleteResponse(e);
        }
    }

    private static <T> Hop<T> answered(URI uri, ClassicHttpResponse response, Reader<T> reader)
            throws IOException {
        int status = response.getCode();
        Header location = response.getFirstHeader(HttpHeaders.LOCATION);
        if (status >= 300 && status < 400 && location != null) {
            return redirected(uri, location.getValue());
        }
        if (status != 200 || response.getEntity() == null) {
            return failed(uri, "answered " + status);
        }
        try (InputStream body = new RemoteBody(response.getEntity().getContent())) {
            return new Hop.Done<>(new Outcome.Read<>(reader.read(body)));
        }
    }

    private static <T> Hop<T> redirected(URI from, String location) {
        try {
            return new Hop.Redirect<>(from.resolve(location).toString());
        } catch (IllegalArgumentException e) {
            return failed(from, "redirects to what is no link");
        }
    }

    private static <T> Hop<T> failed(URI uri, String how) {
        return new Hop.Done<>(new Outcome.Failed<>("url: " + uri.getHost() + " " + how));
    }

    @Override
    public void close() throws IOException {
        timer.shutdownNow();
        client.close();
    }
}
