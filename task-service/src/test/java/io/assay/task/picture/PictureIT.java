package io.assay.task.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.assay.events.Ids;
import io.assay.messaging.TestClock;
import io.assay.task.Api;
import io.assay.task.ServiceTest;
import io.assay.task.picture.fetch.RemoteFiles;
import io.assay.task.picture.fetch.UrlRule;
import io.assay.web.SignedPictures;
import io.assay.web.TestTokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PictureIT extends ServiceTest {

    private static final byte[] PICTURE = Samples.png(40, 30, 7);
    private static final String REF = "picture:" + Ids.sha256Hex(PICTURE);
    private static final String PATH = "/v1/pictures/" + Ids.sha256Hex(PICTURE);

    @Autowired private SignedPictures links;
    @Autowired private StorePicture store;

    private final String owner = Api.requester("painter");

    @Test
    void anUploadIsNamedByItsContent() {
        Api.Answer first = api.upload(PICTURE, owner);
        Api.Answer again = api.upload(PICTURE, Api.requester("other"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().get("ref").asString())
                .isEqualTo("picture:" + Ids.sha256Hex(PICTURE));
        assertThat(first.json().get("contentType").asString()).isEqualTo("image/png");
        assertThat(first.json().get("width").asInt()).isEqualTo(40);
        assertThat(first.json().get("height").asInt()).isEqualTo(30);
        assertThat(first.json().get("bytes").asInt()).isEqualTo(PICTURE.length);
        assertThat(again.json()).isEqualTo(first.json());
    }

    @Test
    void aSignedLinkNeedsNoToken() {
        api.upload(PICTURE, owner);

        Api.Answer answer = api.get(links.link(REF, Duration.ofMinutes(1)), "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().body()).isEqualTo(PICTURE);
        assertThat(answer.header("Content-Type")).isEqualTo("image/png");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).contains("max-age=31536000", "immutable");
    }

    @Test
    void servesRangesAndTellsWhatIsUnchanged() {
        api.upload(PICTURE, owner);
        String link = links.link(REF, Duration.ofMinutes(1));

        Api.Answer whole = api.get(link, "");
        Api.Answer part = api.get(link, "", "Range", "bytes=1-3");
        Api.Answer unchanged = api.get(link, "", "If-None-Match", whole.etag());

        assertThat(part.status()).isEqualTo(206);
        assertThat(part.text()).isEqualTo("PNG");
        assertThat(part.header("Content-Range")).isEqualTo("bytes 1-3/" + PICTURE.length);
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.response().body()).isEmpty();
        assertThat(whole.header("Content-Security-Policy")).contains("sandbox");
    }

    /** Two leases of one picture have nothing in common that could be told without looking. */
    @Test
    void aWorkersLinkTellsNothingOfThePicture() {
        api.upload(PICTURE, owner);
        String hash = Ids.sha256Hex(PICTURE);
        Instant expiry = TestClock.now().plusSeconds(60);
        String one = links.link("picture:" + hash, "task.one", expiry);
        String two = links.link("picture:" + hash, "task.two", expiry);

        Api.Answer first = api.get(one, "");
        Api.Answer second = api.get(two, "");
        Api.Answer unchanged = api.get(one, "", "If-None-Match", first.etag());

        assertThat(one).doesNotContain(hash).hasSameSizeAs(two);
        assertThat(one.substring(0, one.indexOf('?')))
                .isNotEqualTo(two.substring(0, two.indexOf('?')));
        assertThat(first.response().body()).isEqualTo(PICTURE);
        assertThat(second.response().body()).isEqualTo(PICTURE);
        assertThat(first.etag()).isNotEqualTo(second.etag()).doesNotContain(hash);
        assertThat(first.response().headers().map().keySet())
                .isEqualTo(second.response().headers().map().keySet());
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(api.get(one + "&size=thumb", "").status()).isEqualTo(200);
        assertThat(api.get(two.substring(0, two.indexOf('?')), "").status()).isEqualTo(404);
        assertThat(api.get(two.replace("/v1/pictures/", "/v1/pictures/A"), "").problem())
                .isEqualTo("bad-link");
    }

    @Test
    void oneLinkShowsEverySize() throws IOException {
        byte[] large = Samples.jpeg(2_600, 1_300, 5);
        String ref = api.upload(large, owner).json().get("ref").asString();
        String path = "/v1/pictures/" + ref.substring("picture:".length());
        String link = links.link(ref, Duration.ofMinutes(1));

        Api.Answer web = api.get(link + "&size=web", "");
        Api.Answer thumb = api.get(link + "&size=thumb", "");
        Api.Answer again = api.get(link + "&size=web", "", "If-None-Match", web.etag());
        Api.Answer part = api.get(link + "&size=thumb", "", "Range", "bytes=0-1");

        assertThat(width(api.get(link, ""))).isEqualTo(2_600);
        assertThat(width(web)).isEqualTo(1_280);
        assertThat(width(thumb)).isEqualTo(256);
        assertThat(web.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(web.etag()).isNotEqualTo(thumb.etag());
        assertThat(again.status()).isEqualTo(304);
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.response().body()).containsExactly(0xFF, 0xD8);
        assertThat(api.get(link + "&size=huge", "").problem()).isEqualTo("invalid-request");
    }

    private static int width(Api.Answer answer) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(answer.response().body())).getWidth();
    }

    /** Where a photograph was taken is nobody's business, and a turned one is shown upright. */
    @Test
    void aPhotographIsServedUprightAndWithoutItsPlace() {
        Api.Answer tagged = api.upload(Samples.file("gps.jpg"), owner);
        Api.Answer sideways = api.upload(Samples.file("sideways.jpg"), owner);

        byte[] served = served(tagged, "full");
        assertThat(new String(Samples.file("gps.jpg"), StandardCharsets.ISO_8859_1))
                .contains("SecretCamera", "Exif");
        for (String size : new String[] {"full", "web", "thumb"}) {
            assertThat(new String(served(tagged, size), StandardCharsets.ISO_8859_1))
                    .doesNotContain("Secret", "Exif", "xmp");
        }
        assertThat(tagged.json().get("ref").asString())
                .isEqualTo("picture:" + Ids.sha256Hex(served));
        assertThat(sideways.json().get("width").asInt()).isEqualTo(64);
        assertThat(sideways.json().get("height").asInt()).isEqualTo(48);
    }

    private byte[] served(Api.Answer uploaded, String size) {
        String ref = uploaded.json().get("ref").asString();
        String path = "/v1/pictures/" + ref.substring("picture:".length()) + "?size=" + size;
        return api.get(path, owner).response().body();
    }

    @Test
    void thePictureIsTheSameWithoutWhatWasSaidOfIt() {
        byte[] clean = served(api.upload(Samples.file("gps.jpg"), owner), "full");

        assertThat(api.upload(clean, owner).json())
                .isEqualTo(api.upload(Samples.file("gps.jpg"), owner).json());
    }

    @Test
    void fetchesFromNowhereUnlessAllowed() {
        for (String url :
                new String[] {
                    "https://pictures.example.org/a.jpg", "http://169.254.169.254/", "nonsense"
                }) {
            Api.Answer answer =
                    api.post("/v1/pictures/fetches", owner, "{\"url\":\"" + url + "\"}");

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.problem()).isEqualTo("url-not-allowed");
        }
        assertThat(api.post("/v1/pictures/fetches", owner, "{}").problem())
                .isEqualTo("invalid-request");
        assertThat(
                        api.post(
                                        "/v1/pictures/fetches",
                                        TestTokens.bearer("w1", "worker"),
                                        "{\"url\":\"https://a.b\"}")
                                .status())
                .isEqualTo(403);
    }

    @Test
    void aFetchedPictureIsStoredLikeAnUpload() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        answer(server, "/good", Samples.file("gps.jpg"));
        answer(server, "/bad", "text".getBytes(StandardCharsets.UTF_8));
        answer(server, "/large", new byte[20 * 1024 * 1024 + 1]);
        server.start();
        int port = server.getAddress().getPort();
        String host = "http://pictures.example.org:" + port;
        try (RemoteFiles remote =
                new RemoteFiles(
                        new UrlRule("http", port, List.of("pictures.example.org")),
                        _ -> new InetAddress[] {InetAddress.getByName("127.0.0.1")},
                        InetAddress::isLoopbackAddress,
                        Duration.ofSeconds(30))) {
            FetchPicture fetch = new FetchPicture(remote, store);

            assertThat(stored(fetch.fetch(host + "/good", "painter", "far/one.jpg", false)).ref())
                    .isEqualTo(
                            api.upload(Samples.file("gps.jpg"), owner)
                                    .json()
                                    .get("ref")
                                    .asString());
            assertThat(refused(fetch.fetch(host + "/bad", "painter", null, false)))
                    .isEqualTo("not-a-picture");
            assertThat(refused(fetch.fetch(host + "/large", "painter", null, false)))
                    .isEqualTo("too-many-bytes");
        } finally {
            server.stop(0);
        }
    }

    private static void answer(HttpServer server, String path, byte[] bytes) {
        server.createContext(
                path,
                exchange -> {
                    try (exchange) {
                        exchange.sendResponseHeaders(200, bytes.length);
                        exchange.getResponseBody().write(bytes);
                    }
                });
    }

    private static Picture stored(StorePicture.Outcome outcome) {
        return ((StorePicture.Outcome.Stored) outcome).picture();
    }

    private static String refused(StorePicture.Outcome outcome) {
        return ((StorePicture.Outcome.Refused) outcome).why().reason();
    }

    @Test
    void registersNothingInBucketsThatNobodyShares() {
        Api.Answer answer =
                api.post(
                        "/v1/pictures/registrations",
                        owner,
                        "{\"refs\":[\"s3://photos/a.jpg\",\"nonsense\"]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("pictures").get(0).get("reason").asString())
                .isEqualTo("not-allowed");
        assertThat(answer.json().get("pictures").get(1).get("reason").asString())
                .isEqualTo("not-allowed");
        assertThat(api.post("/v1/pictures/registrations", owner, "{\"refs\":[]}").status())
                .isEqualTo(400);
    }

    @Test
    void aLinkThatExpiredOrWasForgedOpensNothing() {
        api.upload(PICTURE, owner);
        String expired = links.link(REF, Duration.ofSeconds(-1));
        String other = links.link("picture:" + "ab".repeat(32), Duration.ofMinutes(1));
        String forged = PATH + other.substring(other.indexOf('?'));

        assertThat(api.get(expired, "").problem()).isEqualTo("bad-link");
        assertThat(api.get(forged, "").status()).isEqualTo(403);
        assertThat(api.get(PATH, "").status()).isEqualTo(404);
        assertThat(api.get(PATH + "?exp=x&sig=y", "").status()).isEqualTo(400);
    }

    @Test
    void aTokenOpensWhatItsOwnerUploaded() {
        api.upload(PICTURE, owner);

        assertThat(api.get(PATH, owner).status()).isEqualTo(200);
        assertThat(api.get(PATH, Api.requester("stranger")).problem())
                .isEqualTo("picture-not-found");
        assertThat(api.get("/v1/pictures/..%2F..%2Fetc%2Fpasswd", owner).status())
                .isBetween(400, 404);
        assertThat(api.get("/v1/pictures/" + "ab".repeat(32), owner).status()).isEqualTo(404);
    }

    @Test
    void refusesWhatIsNoPicture() {
        byte[] text = "text, renamed".getBytes(StandardCharsets.UTF_8);

        assertThat(api.upload(text, owner).problem()).isEqualTo("not-a-picture");
        assertThat(api.upload(new byte[0], owner).problem()).isEqualTo("not-a-picture");
        assertThat(api.upload(Arrays.copyOf(PICTURE, 50), owner).status()).isEqualTo(422);
        assertThat(api.upload(Samples.bomb(50_000, 50_000), owner).problem())
                .isEqualTo("too-many-pixels");
        assertThat(api.upload(new byte[20 * 1024 * 1024 + 1], owner).status()).isEqualTo(413);
    }

    @Test
    void onlyRequestersUpload() {
        assertThat(api.upload(PICTURE, "").status()).isEqualTo(401);
        assertThat(api.upload(PICTURE, TestTokens.bearer("w1", "worker")).status()).isEqualTo(403);
    }
}
