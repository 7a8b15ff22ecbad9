package io.assay.task.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Ids;
import io.assay.task.Api;
import io.assay.task.ServiceTest;
import io.assay.web.SignedUrls;
import io.assay.web.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PictureIT extends ServiceTest {

    private static final byte[] PICTURE = Samples.png(40, 30, 7);
    private static final String PATH = "/v1/pictures/" + Ids.sha256Hex(PICTURE);

    @Autowired private SignedUrls links;

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

        Api.Answer answer = api.get(links.sign(PATH, Instant.now().plusSeconds(60)), "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().body()).isEqualTo(PICTURE);
        assertThat(answer.header("Content-Type")).isEqualTo("image/png");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).contains("max-age=31536000", "immutable");
    }

    @Test
    void servesRangesAndTellsWhatIsUnchanged() {
        api.upload(PICTURE, owner);
        String link = links.sign(PATH, Instant.now().plusSeconds(60));

        Api.Answer part = api.get(link, "", "Range", "bytes=1-3");
        Api.Answer unchanged =
                api.get(link, "", "If-None-Match", "\"" + Ids.sha256Hex(PICTURE) + "\"");

        assertThat(part.status()).isEqualTo(206);
        assertThat(part.text()).isEqualTo("PNG");
        assertThat(unchanged.status()).isEqualTo(304);
    }

    @Test
    void aLinkThatExpiredOrWasForgedOpensNothing() {
        api.upload(PICTURE, owner);
        String expired = links.sign(PATH, Instant.now().minusSeconds(1));
        String other = links.sign("/v1/pictures/" + "ab".repeat(32), Instant.now().plusSeconds(60));
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
