package io.assay.task.picture.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.assay.task.picture.fetch.RemoteFiles.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server on the loopback, which alone is let through the rule about addresses. */
class RemoteFilesTests {

    private static final List<String> HOSTS =
            List.of("pictures.example.org", "internal.example.org", "both.example.org");

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final Map<String, Queue<String>> names = new ConcurrentHashMap<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private InetAddress loopback;

    private interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        loopback = InetAddress.getByName("127.0.0.1");
        server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        name("pictures.example.org", "127.0.0.1");
        name("internal.example.org", "10.0.0.1");
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    /** The last address stays. */
    private void name(String host, String... addresses) {
        names.put(host, new ArrayDeque<>(List.of(addresses)));
    }

    private InetAddress[] resolve(String host) throws java.net.UnknownHostException {
        asked.add(host);
        Queue<String> addresses = names.get(host);
        String address = addresses.size() > 1 ? addresses.remove() : addresses.element();
        List<InetAddress> all = new java.util.ArrayList<>();
        for (String one : address.split(" ")) {
            all.add(InetAddress.getByName(one));
        }
        return all.toArray(InetAddress[]::new);
    }

    private void serve(String path, Answer answer) {
        server.createContext(
                path,
                exchange -> {
                    try (exchange) {
                        answer.give(exchange);
                    }
                });
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void redirect(String path, String target) {
        serve(
                path,
                exchange -> {
                    exchange.getResponseHeaders().set("Location", target);
                    exchange.sendResponseHeaders(302, -1);
                });
    }

    private String url(String host, String path) {
        return "http://" + host + ":" + server.getAddress().getPort() + path;
    }

    private Outcome<String> fetch(String url) throws IOException {
        return fetch(
                url,
                Duration.ofSeconds(20),
                in -> new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }

    private Outcome<String> fetch(String url, Duration limit, RemoteFiles.Reader<String> reader)
            throws IOException {
        UrlRule rule = new UrlRule("http", server.getAddress().getPort(), HOSTS);
        try (RemoteFiles files =
                new RemoteFiles(
                        rule,
                        this::resolve,
                        address -> address.equals(loopback) || AddressRule.isPublic(address),
                        limit)) {
            return files.fetch(url, reader);
        }
    }

    @Test
    void readsFromAnAllowedHost() throws IOException {
        serve("/a", exchange -> answer(exchange, "bytes"));

        assertThat(fetch(url("pictures.example.org", "/a"))).isEqualTo(new Outcome.Read<>("bytes"));
    }

    @Test
    void readsNothingFromAnyOtherHost() throws IOException {
        assertThat(fetch(url("example.com", "/a"))).isInstanceOf(Outcome.NotAllowed.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void readsNothingFromAnAllowedHostWithAPrivateAddress() throws IOException {
        assertThat(fetch(url("internal.example.org", "/a")))
                .isEqualTo(
                        new Outcome.NotAllowed<>(
                                "url: internal.example.org has an address that is not public"));
    }

    @Test
    void onePrivateAddressAmongOthersIsEnough() throws IOException {
        name("both.example.org", "127.0.0.1 192.168.0.1");

        assertThat(fetch(url("both.example.org", "/a"))).isInstanceOf(Outcome.NotAllowed.class);
    }

    @Test
    void followsARedirectToAnAllowedHost() throws IOException {
        redirect("/a", "/b");
        serve("/b", exchange -> answer(exchange, "moved"));

        assertThat(fetch(url("pictures.example.org", "/a"))).isEqualTo(new Outcome.Read<>("moved"));
    }

    @Test
    void refusesARedirectToAPrivateAddress() throws IOException {
        redirect("/name", url("internal.example.org", "/latest/meta-data"));
        redirect("/number", url("169.254.169.254", "/latest/meta-data"));
        redirect("/file", "file:///etc/passwd");

        assertThat(fetch(url("pictures.example.org", "/name")))
                .isEqualTo(
                        new Outcome.NotAllowed<>(
                                "url: internal.example.org has an address that is not public"));
        assertThat(fetch(url("pictures.example.org", "/number")))
                .isInstanceOf(Outcome.NotAllowed.class);
        assertThat(fetch(url("pictures.example.org", "/file")))
                .isInstanceOf(Outcome.NotAllowed.class);
    }

    /** A name that is public when it is checked and private when it is called. */
    @Test
    void asksForAnAddressOnceAndCallsThatOne() throws IOException {
        name("pictures.example.org", "127.0.0.1", "10.0.0.1");
        serve("/a", exchange -> answer(exchange, "bytes"));

        assertThat(fetch(url("pictures.example.org", "/a"))).isEqualTo(new Outcome.Read<>("bytes"));
        assertThat(asked).containsExactly("pictures.example.org");
    }

    @Test
    void aNameThatTurnsPrivateBetweenTwoHopsIsRefused() throws IOException {
        name("pictures.example.org", "127.0.0.1", "10.0.0.1");
        serve(
                "/a",
                exchange -> {
                    exchange.getResponseHeaders().set("Connection", "close");
                    exchange.getResponseHeaders().set("Location", "/b");
                    exchange.sendResponseHeaders(302, -1);
                });
        serve("/b", exchange -> answer(exchange, "inside"));

        assertThat(fetch(url("pictures.example.org", "/a"))).isInstanceOf(Outcome.NotAllowed.class);
    }

    @Test
    void leavesACircle() throws IOException {
        redirect("/a", "/a");

        assertThat(fetch(url("pictures.example.org", "/a"))).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void tellsOfOtherAnswers() throws IOException {
        serve("/a", exchange -> exchange.sendResponseHeaders(404, -1));

        assertThat(fetch(url("pictures.example.org", "/a")))
                .isEqualTo(new Outcome.Failed<>("url: pictures.example.org answered 404"));
        assertThat(fetch("http://pictures.example.org:1/a")).isInstanceOf(Outcome.NotAllowed.class);
    }

    @Test
    void endsWhatTakesTooLong() throws IOException {
        serve(
                "/a",
                exchange -> {
                    exchange.sendResponseHeaders(200, 100);
                    exchange.getResponseBody().write(1);
                    exchange.getResponseBody().flush();
                    hold();
                });

        assertThat(fetch(url("pictures.example.org", "/a"), Duration.ofMillis(300), all()))
                .isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void aBodyThatBreaksOffIsTheirFault() throws IOException {
        serve(
                "/a",
                exchange -> {
                    exchange.sendResponseHeaders(200, 100);
                    exchange.getResponseBody().write(1);
                });

        assertThat(fetch(url("pictures.example.org", "/a"))).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void aReaderNeedNotReadToTheEnd() throws IOException {
        serve(
                "/a",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(new byte[] {'o', 'n', 'e'});
                    exchange.getResponseBody().flush();
                    hold();
                });

        Outcome<String> outcome =
                fetch(
                        url("pictures.example.org", "/a"),
                        Duration.ofSeconds(20),
                        in -> new String(in.readNBytes(3), StandardCharsets.UTF_8));

        assertThat(outcome).isEqualTo(new Outcome.Read<>("one"));
        assertThat(over.getCount()).isEqualTo(1);
    }

    @Test
    void aReadersFailureIsItsOwn() {
        serve("/a", exchange -> answer(exchange, "bytes"));

        assertThatThrownBy(
                        () ->
                                fetch(
                                        url("pictures.example.org", "/a"),
                                        Duration.ofSeconds(20),
                                        _ -> {
                                            throw new IOException("disk full");
                                        }))
                .hasMessage("disk full");
    }

    private void hold() {
        try {
            over.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static RemoteFiles.Reader<String> all() {
        return (InputStream in) -> new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
