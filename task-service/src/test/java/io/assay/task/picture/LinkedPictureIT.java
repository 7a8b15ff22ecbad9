package io.assay.task.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.assay.task.Api;
import io.assay.task.ServiceTest;
import io.assay.task.picture.blob.Blob;
import io.assay.task.picture.blob.BlobStore;
import io.assay.task.picture.fetch.RemoteFiles;
import io.assay.task.picture.fetch.UrlRule;
import io.assay.task.picture.file.PictureFormat;
import io.assay.web.SignedPictures;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Pictures on other hosts are shown from here. */
class LinkedPictureIT extends ServiceTest {

    private static final byte[] PICTURE = Samples.png(40, 30, 7);
    private static final String HOST = "pictures.example.org";

    @Autowired private SignedPictures links;
    @Autowired private ReceivePicture receive;
    @Autowired private BlobStore blobs;
    @TempDir private Path directory;

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private final ExecutorService answering = Executors.newVirtualThreadPerTaskExecutor();
    private final String name = UUID.randomUUID().toString();
    private HttpServer server;
    private RemoteFiles remote;
    private FetchLinked fetch;

    @BeforeEach
    void anotherHost() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(answering);
        server.start();
        remote =
                new RemoteFiles(
                        new UrlRule("http", server.getAddress().getPort(), List.of()),
                        _ -> new InetAddress[] {InetAddress.getByName("127.0.0.1")},
                        InetAddress::isLoopbackAddress,
                        Duration.ofSeconds(30));
        fetch = new FetchLinked(remote, receive, blobs, nanos::get);
    }

    @AfterEach
    void stop() throws IOException {
        remote.close();
        server.stop(0);
        answering.close();
    }

    @Test
    void isFetchedWhenFirstLookedAtAndKept() throws IOException {
        answer("/a", PICTURE);
        LinkedPicture picture = at("/a");

        byte[] first = bytes(fetch.fetch(picture).orElseThrow());
        server.removeContext("/a");
        byte[] second = bytes(fetch.fetch(picture).orElseThrow());

        assertThat(first).isEqualTo(PICTURE);
        assertThat(second).isEqualTo(PICTURE);
        assertThat(asked).hasValue(1);
    }

    @Test
    void whatIsNoPictureIsNotKeptAndNotAskedForAgainSoon() throws IOException {
        answer("/text", "text".getBytes(StandardCharsets.UTF_8));
        LinkedPicture picture = at("/text");

        assertThat(fetch.fetch(picture)).isEmpty();
        assertThat(fetch.fetch(picture)).isEmpty();
        assertThat(asked).hasValue(1);

        nanos.addAndGet(Duration.ofMinutes(2).toNanos());

        assertThat(fetch.fetch(picture)).isEmpty();
        assertThat(asked).hasValue(2);
    }

    @Test
    void anotherHostIsNotAskedWhateverTheFirstOneSays() throws IOException {
        answer("/elsewhere", PICTURE);
        redirect("/moved", "http://other.example.org:" + port() + "/elsewhere");
        redirect("/near", "/elsewhere");

        assertThat(fetch.fetch(at("/moved"))).isEmpty();
        assertThat(asked).hasValue(0);
        assertThat(fetch.fetch(at("/near"))).isPresent();
    }

    @Test
    void addressesThatAreNotPublicAreNotAsked() throws IOException {
        answer("/a", PICTURE);
        try (RemoteFiles strict =
                new RemoteFiles(
                        new UrlRule("http", port(), List.of()),
                        _ -> new InetAddress[] {InetAddress.getByName("127.0.0.1")},
                        address -> !address.isLoopbackAddress(),
                        Duration.ofSeconds(30))) {
            FetchLinked guarded = new FetchLinked(strict, receive, blobs, nanos::get);

            assertThat(guarded.fetch(at("/a"))).isEmpty();
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void fetchesABoundedNumberAtOnce() throws Exception {
        CountDownLatch begun = new CountDownLatch(FetchLinked.MAX_FETCHES);
        CountDownLatch go = new CountDownLatch(1);
        server.createContext(
                "/slow",
                exchange -> {
                    begun.countDown();
                    try (exchange) {
                        go.await();
                        exchange.sendResponseHeaders(404, -1);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        try (ExecutorService lookers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<LinkedPicture> different = differentlyLocked(FetchLinked.MAX_FETCHES + 1);
            for (LinkedPicture slow : different.subList(0, FetchLinked.MAX_FETCHES)) {
                var _ = lookers.submit(() -> fetch.fetch(slow));
            }
            begun.await();

            try {
                assertThatExceptionOfType(FetchLinked.Busy.class)
                        .isThrownBy(() -> fetch.fetch(different.getLast()));
            } finally {
                go.countDown();
            }
        }
    }

    @Test
    void aRowsPictureIsShownByOurOwnLink() throws IOException {
        String owner = Api.requester("r" + UUID.randomUUID());
        String url = "https://" + HOST + "/" + name + ".png";
        String link = links.link(url, Duration.ofMinutes(1));
        assertThat(api.get(link, "").problem()).isEqualTo("picture-not-found");
        keptAlready(url);

        Api.Answer full = api.get(link, "");
        Api.Answer thumb = api.get(link + "&size=thumb", "");

        assertThat(full.response().body()).isEqualTo(PICTURE);
        assertThat(thumb.status()).isEqualTo(200);
        assertThat(api.get(link.substring(0, link.indexOf('?')), owner).status()).isEqualTo(404);
        assertThat(api.get(link.substring(0, link.indexOf('?')), "").status()).isEqualTo(404);
    }

    private void keptAlready(String url) throws IOException {
        Path file = Files.write(directory.resolve("kept.png"), PICTURE);
        blobs.keep(SignedPictures.nameOf(url), file, PictureFormat.PNG.contentType());
    }

    /** Of hosts of their own, and none waits for another's lock. */
    private List<LinkedPicture> differentlyLocked(int count) {
        return IntStream.range(0, 10_000)
                .mapToObj(i -> at("host-" + i + ".example.org", "/slow"))
                .collect(
                        Collectors.toMap(
                                picture -> Math.floorMod(picture.id().hashCode(), 64),
                                picture -> picture,
                                (first, _) -> first,
                                TreeMap::new))
                .values()
                .stream()
                .limit(count)
                .toList();
    }

    private LinkedPicture at(String path) {
        return at(HOST, path);
    }

    private LinkedPicture at(String host, String path) {
        return LinkedPicture.of("http://" + host + ":" + port() + path + "?" + name);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private void answer(String path, byte[] bytes) {
        server.createContext(
                path,
                exchange -> {
                    asked.incrementAndGet();
                    try (exchange) {
                        exchange.sendResponseHeaders(200, bytes.length);
                        exchange.getResponseBody().write(bytes);
                    }
                });
    }

    private void redirect(String path, String to) {
        server.createContext(
                path,
                exchange -> {
                    try (exchange) {
                        exchange.getResponseHeaders().set("Location", to);
                        exchange.sendResponseHeaders(302, -1);
                    }
                });
    }

    private static byte[] bytes(Blob blob) throws IOException {
        try (InputStream in = blob.open()) {
            return in.readAllBytes();
        }
    }
}
