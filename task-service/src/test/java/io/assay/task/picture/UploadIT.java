package io.assay.task.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.task.Api;
import io.assay.task.ServiceTest;
import io.assay.task.picture.archive.Zips;
import io.assay.web.TestTokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class UploadIT extends ServiceTest {

    private static final String UPLOADS = "/v1/pictures/uploads";
    private static final String BOUNDARY = "----parts";

    private final String owner = Api.requester("uploader" + UUID.randomUUID());

    private Api.Answer zip(byte[] zip, String... headers) {
        return send("application/zip", zip, headers);
    }

    private Api.Answer parts(Map<String, byte[]> files, String... headers) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String head =
                    "--%s\r\nContent-Disposition: form-data; name=\"files\"; filename=\"%s\"\r\n\r\n"
                            .formatted(BOUNDARY, file.getKey());
            body.write(head.getBytes(StandardCharsets.UTF_8));
            body.write(file.getValue());
            body.write("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.write(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send("multipart/form-data; boundary=" + BOUNDARY, body.toByteArray(), headers);
    }

    private Api.Answer send(String contentType, byte[] body, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = contentType;
        return api.send("POST", UPLOADS, owner, body, all);
    }

    private List<JsonNode> entries(Api.Answer upload) {
        String path = UPLOADS + "/" + upload.json().get("id").asString() + "/entries?limit=7";
        List<JsonNode> all = new ArrayList<>();
        Api.Answer page = api.get(path, owner);
        page.json().get("items").forEach(all::add);
        while (page.json().has("next")) {
            page = api.get(path + "&cursor=" + page.json().get("next").asString(), owner);
            page.json().get("items").forEach(all::add);
        }
        return all;
    }

    private static List<String> said(List<JsonNode> entries) {
        return entries.stream()
                .map(
                        e ->
                                e.get("name").asString()
                                        + " "
                                        + e.path("reason").asString(e.get("outcome").asString()))
                .toList();
    }

    @Test
    void anArchiveIsTakenFileByFile() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("dress/one.jpg", Samples.jpeg(40, 30, 1));
        files.put("dress/wrong-extension.txt", Samples.png(40, 30, 2));
        files.put("dress/text.jpg", "text".getBytes(StandardCharsets.UTF_8));
        files.put("dress/empty.jpg", new byte[0]);
        files.put("dress/cut.jpg", Arrays.copyOf(Samples.jpeg(40, 30, 1), 300));
        files.put("dress/bomb.png", Samples.bomb(50_000, 50_000));
        files.put("dress/large.jpg", new byte[20 * 1024 * 1024 + 1]);
        files.put("../up.jpg", Samples.jpeg(40, 30, 1));
        files.put("inner.zip", Zips.of(Map.of("a.jpg", Samples.jpeg(40, 30, 1))));
        files.put("again.jpg", Samples.jpeg(40, 30, 1));
        files.put("__MACOSX/dress/._one.jpg", new byte[] {1});
        files.put("dress/.DS_Store", new byte[] {1});

        Api.Answer upload = zip(Zips.of(files));

        assertThat(upload.status()).isEqualTo(201);
        assertThat(upload.json().get("status").asString()).isEqualTo("done");
        assertThat(upload.json().get("stored").asInt()).isEqualTo(2);
        assertThat(upload.json().get("known").asInt()).isEqualTo(1);
        assertThat(upload.json().get("refused").asInt()).isEqualTo(7);
        assertThat(upload.json().get("skipped").asInt()).isEqualTo(2);
        assertThat(said(entries(upload)))
                .containsExactly(
                        "dress/one.jpg stored",
                        "dress/wrong-extension.txt stored",
                        "dress/text.jpg not-a-picture",
                        "dress/empty.jpg not-a-picture",
                        "dress/cut.jpg not-a-picture",
                        "dress/bomb.png too-many-pixels",
                        "dress/large.jpg too-many-bytes",
                        "../up.jpg bad-name",
                        "inner.zip nested-archive",
                        "again.jpg known");
    }

    @Test
    void sentAgainNothingChanges() {
        byte[] zip = Zips.of(Map.of("a.jpg", Samples.jpeg(40, 30, 21)));

        Api.Answer first = zip(zip, "Idempotency-Key", "k1");
        Api.Answer again = zip(zip, "Idempotency-Key", "k1");

        assertThat(first.json().get("stored").asInt()).isEqualTo(1);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(entries(again)).hasSize(1);
    }

    @Test
    void aKeyStandsForOneUpload() throws IOException {
        byte[] zip = Zips.of(Map.of("a.jpg", Samples.jpeg(40, 30, 22)));
        byte[] other = Zips.of(Map.of("a.jpg", Samples.jpeg(40, 30, 23)));
        Api.Answer first = zip(zip, "Idempotency-Key", "k2");

        assertThat(zip(other, "Idempotency-Key", "k2").problem())
                .isEqualTo("idempotency-key-reused");
        assertThat(
                        api.send(
                                        "POST",
                                        UPLOADS + "?folder=elsewhere",
                                        owner,
                                        zip,
                                        "Content-Type",
                                        "application/zip",
                                        "Idempotency-Key",
                                        "k2")
                                .problem())
                .isEqualTo("idempotency-key-reused");
        assertThat(api.get(UPLOADS + "/" + first.json().get("id").asString(), owner).json())
                .isEqualTo(first.json());

        Map<String, byte[]> files = Map.of("b.jpg", Samples.jpeg(40, 30, 24));
        Api.Answer parts = parts(files, "Idempotency-Key", "k3");
        assertThat(parts(files, "Idempotency-Key", "k3").json()).isEqualTo(parts.json());
        assertThat(
                        parts(Map.of("b.jpg", Samples.jpeg(40, 30, 25)), "Idempotency-Key", "k3")
                                .problem())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void whatSystemsLeaveIsSkippedAndNothingElseIsNoSuccess() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("set/photo.jpg", Samples.jpeg(40, 30, 51));
        files.put("set/._photo.jpg", new byte[] {0, 5, 22, 7});
        files.put("set/__MACOSX/set/photo.jpg", Samples.jpeg(40, 30, 52));
        files.put("set/@eaDir/photo.jpg/SYNOPHOTO_THUMB_M.jpg", Samples.jpeg(8, 8, 53));
        files.put("Thumbs.db", new byte[] {'P', 'K', 3, 4});

        Api.Answer upload = zip(Zips.of(files));

        assertThat(said(entries(upload))).containsExactly("set/photo.jpg stored");
        assertThat(upload.json().get("skipped").asInt()).isEqualTo(4);
        assertThat(upload.json().get("status").asString()).isEqualTo("done");
        for (byte[] nothing :
                List.of(Zips.of(Map.of()), Zips.of(Map.of(".DS_Store", new byte[] {1})))) {
            Api.Answer empty = zip(nothing);
            assertThat(empty.json().get("status").asString()).isEqualTo("stopped");
            assertThat(empty.json().get("reason").asString()).isEqualTo("no-files");
        }
    }

    @Test
    void aNameStaysWithItsPictureUnlessReplaced() {
        byte[] first = Samples.jpeg(40, 30, 61);
        byte[] second = Samples.jpeg(40, 30, 62);
        Api.Answer named = named(first, "");

        assertThat(named(first, "").status()).isEqualTo(201);
        Api.Answer other = named(second, "");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.problem()).isEqualTo("name-taken");
        assertThat(other.json().get("ref")).isEqualTo(named.json().get("ref"));
        assertThat(said(entries(zip(Zips.of(Map.of("one.jpg", second))))))
                .containsExactly("one.jpg name-taken");

        Api.Answer replaced = named(second, "&replace=true");
        assertThat(replaced.status()).isEqualTo(201);
        assertThat(named(first, "").json().get("ref")).isEqualTo(replaced.json().get("ref"));
    }

    private Api.Answer named(byte[] picture, String more) {
        return api.send("POST", "/v1/pictures?name=one.jpg" + more, owner, picture);
    }

    /** 65 bytes alone, and 173 in an archive: each asked for a row of 264 MB. */
    @Test
    void aPictureOfOneEndlessRowEndsNothing() {
        byte[] deep = Samples.bomb(33_000_000, 1, 16, 6);
        byte[] plain = Samples.bomb(33_000_000, 1, 8, 2);

        Api.Answer alone = api.upload(deep, owner);
        assertThat(alone.status()).isEqualTo(422);
        assertThat(alone.problem()).isEqualTo("too-many-pixels");
        assertThat(said(entries(zip(Zips.of(Map.of("row.png", plain))))))
                .containsExactly("row.png too-many-pixels");
        assertThat(api.upload(Samples.webpOfTables(), owner).problem()).isEqualTo("not-a-picture");
        assertThat(api.upload(Samples.jpeg(8, 8, 71), owner).status()).isEqualTo(201);
    }

    @Test
    void aBombStopsTheArchiveAndNothingElse() {
        Api.Answer upload = zip(Zips.bomb(100));

        assertThat(upload.status()).isEqualTo(201);
        assertThat(upload.json().get("status").asString()).isEqualTo("stopped");
        assertThat(upload.json().get("reason").asString()).isEqualTo("archive-bomb");
        assertThat(api.upload(Samples.jpeg(8, 8, 1), owner).status()).isEqualTo(201);
    }

    @Test
    void whatIsNoArchiveIsRefused() {
        assertThat(zip(Samples.jpeg(8, 8, 1)).problem()).isEqualTo("not-an-archive");
        assertThat(zip(new byte[0]).problem()).isEqualTo("not-an-archive");
        byte[] cut = Zips.of(Map.of("a.jpg", Samples.jpeg(40, 30, 1)));
        assertThat(zip(Arrays.copyOf(cut, 300)).json().get("reason").asString())
                .isEqualTo("broken-archive");
    }

    @Test
    void aFolderComesAsParts() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("shoes/one.jpg", Samples.jpeg(40, 30, 31));
        files.put("shoes/text.jpg", "text".getBytes(StandardCharsets.UTF_8));
        files.put("more.zip", Zips.of(Map.of("hat/a.png", Samples.png(40, 30, 32))));

        Api.Answer upload = parts(files);

        assertThat(upload.status()).isEqualTo(201);
        assertThat(said(entries(upload)))
                .containsExactly(
                        "shoes/one.jpg stored", "shoes/text.jpg not-a-picture", "hat/a.png stored");
    }

    @Test
    void severalHundredFilesComeInOneRequest() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        byte[] picture = Samples.jpeg(8, 8, 33);
        for (int i = 0; i < 300; i++) {
            files.put("many/" + i + ".jpg", picture);
        }

        Api.Answer upload = parts(files);

        assertThat(upload.json().get("stored").asInt()).isEqualTo(1);
        assertThat(upload.json().get("known").asInt()).isEqualTo(299);
        assertThat(entries(upload)).hasSize(300);
    }

    @Test
    void aBodyThatIsNotInPartsIsRefused() {
        assertThat(
                        send(
                                        "multipart/form-data; boundary=x",
                                        "nonsense".getBytes(StandardCharsets.UTF_8))
                                .status())
                .isEqualTo(400);
        assertThat(send("text/plain", new byte[3]).status()).isEqualTo(415);
    }

    @Test
    void rowsOfAnImportNamePicturesByTheirFiles() {
        zip(Zips.of(Map.of("dress/one.jpg", Samples.jpeg(40, 30, 41))), "X-Unused", "x");
        String project = api.published(owner, "category");

        Api.Answer job =
                api.imports(
                        project,
                        owner,
                        """
                        {"externalId":"1","picture":"dress/one.jpg"}
                        {"externalId":"2","picture":"dress/two.jpg"}
                        """);

        assertThat(job.json().get("created").asInt()).isEqualTo(1);
        assertThat(job.json().get("rejected").asInt()).isEqualTo(1);
    }

    @Test
    void nobodyElseSeesAnUpload() {
        String id =
                zip(Zips.of(Map.of("a.jpg", Samples.jpeg(8, 8, 2)))).json().get("id").asString();

        assertThat(api.get(UPLOADS + "/" + id, Api.requester("stranger")).problem())
                .isEqualTo("upload-not-found");
        assertThat(api.get(UPLOADS + "/" + id + "/entries", Api.requester("stranger")).status())
                .isEqualTo(404);
        assertThat(api.get(UPLOADS + "/" + id, TestTokens.bearer("w", "worker")).status())
                .isEqualTo(403);
        assertThat(api.get(UPLOADS + "/" + id, "").status()).isEqualTo(401);
        assertThat(api.get(UPLOADS + "/" + id + "/entries?limit=0", owner).problem())
                .isEqualTo("bad-limit");
        assertThat(api.get(UPLOADS + "/" + id + "/entries?cursor=x", owner).problem())
                .isEqualTo("bad-cursor");
    }

    @Test
    void onlyRequestersUpload() {
        assertThat(api.send("POST", UPLOADS, "", new byte[1]).status()).isEqualTo(401);
        assertThat(
                        api.send(
                                        "POST",
                                        UPLOADS,
                                        TestTokens.bearer("w1", "worker"),
                                        new byte[1],
                                        "Content-Type",
                                        "application/zip")
                                .status())
                .isEqualTo(403);
    }

    /** As a data set for classification is packed: a folder for each class. */
    @Test
    void aZipOfFoldersIsTakenWhole() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 40; i++) {
            files.put("class %d/%d.jpg".formatted(i % 10, i), Samples.jpeg(40 + i, 30, 8_000 + i));
        }

        isTakenWhole(files);
    }

    /** Real photographs, folder by folder, where they are at hand. */
    @Test
    void aZipOfRealPhotographsIsTakenWhole() throws IOException {
        Path photos = data().resolve("photos/clothing");
        Assumptions.assumeTrue(Files.isDirectory(photos), "no recorded data here");
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (Stream<Path> all = Files.walk(photos)) {
            for (Path file :
                    (Iterable<Path>) all.filter(f -> f.toString().endsWith(".jpg"))::iterator) {
                files.put(photos.relativize(file).toString(), Files.readAllBytes(file));
            }
        }

        isTakenWhole(files);
    }

    private void isTakenWhole(Map<String, byte[]> files) {
        Api.Answer upload = zip(Zips.of(files));

        Set<String> folders = new HashSet<>();
        files.keySet().forEach(name -> folders.add(name.substring(0, name.indexOf('/'))));
        assertThat(folders).hasSize(10);
        assertThat(upload.json().get("refused").asInt()).isZero();
        assertThat(upload.json().get("stored").asInt() + upload.json().get("known").asInt())
                .isEqualTo(files.size());
        JsonNode first = entries(upload).getFirst();
        assertThat(files).containsKey(first.get("name").asString());
        assertThat(first.get("picture").get("width").asInt()).isPositive();
    }

    private static Path data() {
        String given = System.getenv("ASSAY_DATA");
        return given == null ? Path.of("../../shared/data") : Path.of(given);
    }
}
