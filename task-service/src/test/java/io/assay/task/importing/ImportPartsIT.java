package io.assay.task.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.messaging.TestClock;
import io.assay.task.Api;
import io.assay.task.ServiceTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Imports in parts, as CSV, packed, dry, cancelled; and their report of errors. */
class ImportPartsIT extends ServiceTest {

    @Autowired private MongoImports imports;

    private final String owner = Api.requester("r" + UUID.randomUUID());

    private static byte[] csv(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "a%d,https://pictures.example.org/%d.jpg\n".formatted(i, i))
                .collect(Collectors.joining("", from == 0 ? "externalId,url\n" : "", ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static List<Integer> counts(Api.Answer job) {
        return List.of("rows", "created", "duplicates", "rejected").stream()
                .map(field -> job.json().path(field).asInt(-1))
                .toList();
    }

    private static String status(Api.Answer job) {
        return job.json().path("status").asString("");
    }

    private String opened(String project, String terms) {
        Api.Answer job = api.post("/v1/projects/" + project + "/imports", owner, terms);
        assertThat(job.status()).as(job.text()).isEqualTo(202);
        return job.header("Location");
    }

    private Api.Answer part(String job, long offset, boolean last, byte[] body, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/octet-stream";
        return api.send("PUT", job + "/rows?offset=" + offset + "&last=" + last, owner, body, all);
    }

    private int total(String project) {
        return api.get("/v1/projects/" + project + "/progress", owner).json().get("total").asInt();
    }

    @Test
    void rowsComeInPartsOfWhichEachMayComeTwice() {
        String project = api.published(owner, "category");
        byte[] file = csv(0, 2_500);
        String job = opened(project, "{\"format\":\"csv\",\"totalBytes\":" + file.length + "}");

        Api.Answer first = part(job, 0, false, Arrays.copyOf(file, 40_000));
        int next = first.json().get("nextOffset").asInt();
        assertThat(status(first)).isEqualTo("open");
        assertThat(next).isBetween(40_000 - 60, 40_000);
        Api.Answer again = part(job, 0, false, Arrays.copyOf(file, 40_000));
        assertThat(again.json().get("nextOffset")).isEqualTo(first.json().get("nextOffset"));
        assertThat(counts(again)).isEqualTo(counts(first));

        Api.Answer rest =
                part(
                        job,
                        next,
                        true,
                        gzip(Arrays.copyOfRange(file, next, file.length)),
                        "Content-Encoding",
                        "gzip");

        assertThat(status(rest)).isEqualTo("done");
        assertThat(counts(rest)).containsExactly(2_500, 2_500, 0, 0);
        assertThat(rest.json().get("nextOffset").asInt()).isEqualTo(file.length);
        assertThat(rest.json().has("secondsLeft")).isFalse();
        assertThat(counts(part(job, 0, true, file))).containsExactly(2_500, 2_500, 0, 0);
        assertThat(part(job, file.length, true, csv(9, 10)).problem()).isEqualTo("import-over");
        assertThat(total(project)).isEqualTo(2_500);
    }

    @Test
    void aPartBehindAGapIsRefused() {
        String project = api.published(owner, "category");
        String job = opened(project, "{\"format\":\"csv\"}");

        Api.Answer gap = part(job, 1_000, true, csv(9, 10));

        assertThat(gap.status()).isEqualTo(409);
        assertThat(gap.problem()).isEqualTo("import-gap");
        assertThat(gap.json().get("nextOffset").asInt()).isZero();
        assertThat(part(job, -1, true, csv(9, 10)).problem()).isEqualTo("invalid-request");
    }

    @Test
    void aPartThatWasCutOffGoesOnWhereItEnded() {
        String project = api.published(owner, "category");
        byte[] file = csv(0, 3_000);
        byte[] packed = gzip(file);
        String job = opened(project, "{\"format\":\"csv\"}");

        part(
                job,
                0,
                true,
                Arrays.copyOf(packed, packed.length - 3_000),
                "Content-Encoding",
                "gzip");
        Api.Answer open = api.get(job, owner);

        assertThat(status(open)).isEqualTo("open");
        int next = open.json().get("nextOffset").asInt();
        assertThat(next).isBetween(1, file.length - 1);
        Api.Answer done = part(job, next, true, Arrays.copyOfRange(file, next, file.length));
        assertThat(counts(done)).containsExactly(3_000, 3_000, 0, 0);
    }

    @Test
    void aDryRunWritesNothing() {
        String project = api.published(owner, "category");
        byte[] body = csv(0, 20);
        String path = "/v1/projects/" + project + "/imports";
        api.send("POST", path, owner, csv(0, 5), "Content-Type", "text/csv");

        Api.Answer dry =
                api.send("POST", path + "?dryRun=true", owner, body, "Content-Type", "text/csv");

        assertThat(dry.json().get("dryRun").asBoolean()).isTrue();
        assertThat(counts(dry)).containsExactly(20, 15, 5, 0);
        assertThat(total(project)).isEqualTo(5);
    }

    @Test
    void aCancelledImportTakesNoMoreRowsAndKeepsWhatItHas() {
        String project = api.published(owner, "category");
        byte[] file = csv(0, 100);
        String job = opened(project, "{\"format\":\"csv\"}");
        part(job, 0, false, file);

        Api.Answer cancelled = api.post(job + "/cancel", owner, "");

        assertThat(status(cancelled)).isEqualTo("cancelled");
        assertThat(counts(cancelled)).containsExactly(100, 100, 0, 0);
        assertThat(part(job, file.length, true, csv(200, 201)).problem()).isEqualTo("import-over");
        assertThat(status(api.post(job + "/cancel", owner, ""))).isEqualTo("cancelled");
        assertThat(total(project)).isEqualTo(100);
        assertThat(api.post(job + "/cancel", Api.requester("stranger"), "").status())
                .isEqualTo(404);
    }

    @Test
    void anImportAtWorkEndsWhenItIsCancelled() {
        ImportTerms terms = new ImportTerms(ImportFormat.CSV, null, false, null, null);
        String id = UUID.randomUUID().toString();
        var now = TestClock.now();
        ImportJob running = ImportJob.open(id, "p", "r", terms, now).running("me", now);
        assertThat(imports.start(running)).isTrue();

        assertThat(imports.cancel(id, now).status()).isEqualTo(ImportStatus.RUNNING);

        ImportJob seen = imports.save(running).orElseThrow();
        assertThat(seen.cancelling()).isTrue();
        assertThat(imports.save(seen.cancelled(now)).orElseThrow().status())
                .isEqualTo(ImportStatus.CANCELLED);
    }

    @Test
    void everyErrorIsInTheReport() {
        String project = api.published(owner, "category");
        String body =
                "externalId,url\n"
                        + IntStream.range(0, 2_600)
                                .mapToObj(i -> "a" + i + ",\"ftp://x/,\"\"" + i + "\"\"\"\n")
                                .collect(Collectors.joining());
        String path = "/v1/projects/" + project + "/imports";

        Api.Answer job =
                api.send(
                        "POST",
                        path,
                        owner,
                        body.getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "text/csv");

        assertThat(counts(job)).containsExactly(2_600, 0, 0, 2_600);
        String errors = job.header("Location") + "/errors";
        Api.Answer csv = api.get(errors, owner, "Accept", "text/csv");
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).contains(".csv");
        assertThat(csv.text().lines()).hasSize(2_601);
        assertThat(csv.text().lines().skip(1_000).findFirst().orElseThrow())
                .startsWith("1001,a999,url,\"url: ftp://x/,\"\"999\"\"");
        Api.Answer ndjson = api.get(errors, owner, "Accept", "application/x-ndjson");
        assertThat(ndjson.text().lines()).hasSize(2_600);
        assertThat(ndjson.text()).startsWith("{\"row\":2,\"externalId\":\"a0\"");
        Api.Answer page = api.get(errors + "?limit=200", owner);
        for (int i = 1; i < 13; i++) {
            String next = page.json().get("next").asString();
            page = api.get(errors + "?limit=200&cursor=" + next, owner);
        }
        assertThat(page.json().at("/items/199/row").asInt()).isEqualTo(2_601);
        assertThat(api.get(errors, Api.requester("stranger"), "Accept", "text/csv").status())
                .isEqualTo(404);
    }

    @Test
    void aFileThatCannotBeReadIsRefused() {
        String project = api.published(owner, "category");
        String path = "/v1/projects/" + project + "/imports";
        byte[] unknown = "externalId,colour\nx,red\n".getBytes(StandardCharsets.UTF_8);

        Api.Answer columns = api.send("POST", path, owner, unknown, "Content-Type", "text/csv");
        Api.Answer packed =
                api.send(
                        "POST",
                        path,
                        owner,
                        csv(0, 9),
                        "Content-Type",
                        "text/csv",
                        "Content-Encoding",
                        "gzip");
        Api.Answer type = api.send("POST", path, owner, unknown, "Content-Type", "text/plain");
        Api.Answer form =
                api.send(
                        "POST",
                        path,
                        owner,
                        "rows=none".getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/x-www-form-urlencoded");

        assertThat(columns.status()).isEqualTo(422);
        assertThat(columns.problem()).isEqualTo("unreadable-import");
        assertThat(columns.json().get("detail").asString()).contains("colour", "externalId");
        assertThat(packed.problem()).isEqualTo("unreadable-import");
        assertThat(type.status()).isEqualTo(415);
        assertThat(type.problem()).isEqualTo("unknown-format");
        assertThat(form.status()).isEqualTo(415);
    }

    @Test
    void openingIsRepeatedUnderItsKeyAndOnlyForItsOwner() {
        String project = api.published(owner, "category");
        String path = "/v1/projects/" + project + "/imports";
        String csv = "{\"format\":\"csv\"}";

        Api.Answer first = api.post(path, owner, csv, "Idempotency-Key", "k");
        Api.Answer again = api.post(path, owner, csv, "Idempotency-Key", "k");
        Api.Answer other = api.post(path, owner, "{\"format\":\"ndjson\"}", "Idempotency-Key", "k");

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        assertThat(api.post(path, owner, "{\"format\":\"xml\"}").status()).isEqualTo(415);
        assertThat(api.post(path, Api.partner("partner1"), csv).status()).isEqualTo(403);
        assertThat(api.post(path, Api.requester("stranger"), csv).status()).isEqualTo(404);
        assertThat(status(first)).isEqualTo("open");
    }
}
