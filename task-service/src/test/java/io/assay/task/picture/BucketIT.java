package io.assay.task.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Ids;
import io.assay.task.Api;
import io.assay.task.ServiceTest;
import io.assay.task.picture.blob.S3Bucket;
import io.assay.task.picture.blob.S3Properties;
import io.assay.task.picture.blob.S3Server;
import io.assay.web.SignedPictures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The service with its pictures in S3, and those of a partner in another bucket. */
class BucketIT extends ServiceTest {

    private static final String OWNER = "bucketowner";

    private static S3Server server;
    private static S3Properties own;
    private static S3Properties partners;

    @TempDir Path directory;
    @Autowired private SignedPictures links;

    private final String owner = Api.requester(OWNER);

    @DynamicPropertySource
    static void buckets(DynamicPropertyRegistry properties) throws Exception {
        server = S3Server.start();
        own = server.bucket();
        partners = server.bucket();
        add(properties, "assay.blobs.s3", own);
        add(properties, "assay.blobs.partners.photos.s3", partners);
        properties.add("assay.blobs.partners.photos.requesters", () -> OWNER);
    }

    private static void add(DynamicPropertyRegistry properties, String at, S3Properties s3) {
        properties.add(at + ".bucket", s3::bucket);
        properties.add(at + ".prefix", () -> "");
        properties.add(at + ".endpoint", s3::endpoint);
        properties.add(at + ".path-style", () -> true);
        properties.add(at + ".access-key", s3::accessKey);
        properties.add(at + ".secret-key", s3::secretKey);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static S3Bucket open(S3Properties s3) {
        return new S3Bucket(
                new S3Properties(
                        s3.bucket(),
                        "",
                        s3.endpoint(),
                        null,
                        true,
                        s3.accessKey(),
                        s3.secretKey()));
    }

    private String put(String key, byte[] bytes) throws IOException {
        try (S3Bucket bucket = open(partners)) {
            bucket.put(key, Files.write(directory.resolve("file"), bytes), "image/jpeg");
        }
        return "s3://" + partners.bucket() + "/" + key;
    }

    private JsonNode register(String ref, String token) {
        return api.post("/v1/pictures/registrations", token, "{\"refs\":[\"" + ref + "\"]}")
                .json()
                .get("pictures")
                .get(0);
    }

    private Api.Answer look(String ref, String size) {
        return api.get(links.link(ref, Duration.ofMinutes(1)) + "&size=" + size, "");
    }

    @Test
    void uploadsAndTheirSizesAreKeptInTheBucket() throws IOException {
        byte[] picture = Samples.jpeg(2_000, 1_000, 9);

        String ref = api.upload(picture, owner).json().get("ref").asString();
        Api.Answer full = look(ref, "full");
        Api.Answer thumb = look(ref, "thumb");

        assertThat(full.response().body()).isEqualTo(picture);
        assertThat(full.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(ImageIO.read(new ByteArrayInputStream(thumb.response().body())).getWidth())
                .isEqualTo(256);
        try (S3Bucket bucket = open(own)) {
            assertThat(bucket.head(Ids.sha256Hex(picture))).isPresent();
            assertThat(bucket.head(Ids.sha256Hex(picture) + "-thumb")).isPresent();
        }
    }

    @Test
    void rangesAreReadFromTheBucket() {
        String ref = api.upload(Samples.png(40, 30, 8), owner).json().get("ref").asString();
        String path = "/v1/pictures/" + ref.substring("picture:".length());

        Api.Answer part = api.get(path, owner, "Range", "bytes=1-3");

        assertThat(part.status()).isEqualTo(206);
        assertThat(part.text()).isEqualTo("PNG");
    }

    @Test
    void aPartnersPictureIsUsedWhereItIs() throws IOException {
        String address = put("clothes/side.jpg", Samples.file("sideways.jpg"));

        JsonNode registered = register(address, owner);
        String ref = registered.get("picture").get("ref").asString();
        Api.Answer full = look(ref, "full");
        Api.Answer web = look(ref, "web");

        assertThat(registered.get("picture").get("width").asInt()).isEqualTo(64);
        assertThat(registered.get("picture").get("height").asInt()).isEqualTo(48);
        assertThat(ImageIO.read(new ByteArrayInputStream(full.response().body())).getWidth())
                .isEqualTo(64);
        assertThat(new String(full.response().body(), StandardCharsets.ISO_8859_1))
                .doesNotContain("Secret", "Exif");
        assertThat(web.status()).isEqualTo(200);
        assertThat(look(ref, "full").response().body()).isEqualTo(full.response().body());
        try (S3Bucket bucket = open(own)) {
            assertThat(bucket.head(ref.substring("picture:".length()))).isEmpty();
        }
    }

    @Test
    void rowsOfAnImportNameItByItsAddress() throws IOException {
        String address = put("row.jpg", Samples.jpeg(40, 30, 3));
        register(address, owner);
        String project = api.published(owner, "category");

        Api.Answer job =
                api.imports(
                        project, owner, "{\"externalId\":\"1\",\"picture\":\"" + address + "\"}");

        assertThat(job.json().get("created").asInt()).isEqualTo(1);
    }

    @Test
    void onlyThoseWhoMayUseIt() throws IOException {
        String address = put("theirs.jpg", Samples.jpeg(40, 30, 4));

        assertThat(register(address, Api.requester("stranger")).get("reason").asString())
                .isEqualTo("not-allowed");
        assertThat(register("s3://" + own.bucket() + "/x", owner).get("reason").asString())
                .isEqualTo("not-allowed");
    }

    @Test
    void whatIsNoPictureThereIsRefused() throws IOException {
        Map<String, byte[]> bad =
                Map.of(
                        "not-a-picture", "text".getBytes(StandardCharsets.UTF_8),
                        "too-many-pixels", Samples.bomb(50_000, 50_000),
                        "too-many-bytes", new byte[20 * 1024 * 1024 + 1]);

        for (Map.Entry<String, byte[]> file : bad.entrySet()) {
            String address = put(file.getKey(), file.getValue());
            assertThat(register(address, owner).get("reason").asString()).isEqualTo(file.getKey());
        }
        String missing = "s3://" + partners.bucket() + "/missing.jpg";
        assertThat(register(missing, owner).get("reason").asString()).isEqualTo("not-found");
        assertThat(register(put("empty.jpg", new byte[0]), owner).get("reason").asString())
                .isEqualTo("not-a-picture");
    }

    @Test
    void aPictureThatChangedInItsBucketIsAnotherOne() throws IOException {
        String address = put("changing.jpg", Samples.jpeg(40, 30, 5));
        String before = register(address, owner).get("picture").get("ref").asString();

        put("changing.jpg", Samples.jpeg(50, 40, 6));

        assertThat(look(before, "full").problem()).isEqualTo("picture-not-found");
        String after = register(address, owner).get("picture").get("ref").asString();
        assertThat(after).isNotEqualTo(before);
        assertThat(look(after, "full").status()).isEqualTo(200);
    }
}
