package io.assay.cli.importing;

import io.assay.cli.client.Call;
import io.assay.cli.client.Json;
import io.assay.cli.client.Reply;
import io.assay.cli.client.Session;
import io.assay.cli.terminal.Progress;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Uploads the pictures of a folder or a ZIP, and makes a row of each. */
final class Pictures {

    private static final int AT_ONCE = 4;
    private static final List<String> ENDINGS = List.of(".jpg", ".jpeg", ".png", ".webp");

    private final Session session;
    private final PrintStream out;
    private final AtomicInteger uploaded = new AtomicInteger();
    private int refused;

    Pictures(Session session, PrintStream out) {
        this.session = session;
        this.out = out;
    }

    static boolean isPictures(Path file) {
        return Files.isDirectory(file) || isZip(file);
    }

    private static boolean isZip(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /** Writes the rows; returns how many pictures were refused. */
    int upload(Path source, Path rows) throws IOException {
        if (!isZip(source)) {
            uploadTree(source, rows);
            return refused;
        }
        try (FileSystem zip = FileSystems.newFileSystem(source)) {
            uploadTree(zip.getPath("/"), rows);
        }
        return refused;
    }

    private void uploadTree(Path root, Path rows) throws IOException {
        List<Path> pictures;
        try (Stream<Path> tree = Files.walk(root)) {
            pictures = tree.filter(Pictures::isPicture).sorted().toList();
        }
        if (pictures.isEmpty()) {
            throw new IOException(root + ": holds no pictures (expected: " + ENDINGS + ")");
        }
        try (BufferedWriter lines = Files.newBufferedWriter(rows);
                ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
                Progress _ =
                        Progress.start(
                                out,
                                () ->
                                        "%,d of %,d pictures"
                                                .formatted(uploaded.get(), pictures.size()))) {
            Deque<Sent> underWay = new ArrayDeque<>();
            for (Path picture : pictures) {
                String name = root.relativize(picture).toString().replace('\\', '/');
                underWay.add(new Sent(name, pool.submit(() -> upload(picture))));
                if (underWay.size() >= 2 * AT_ONCE) {
                    write(underWay.remove(), lines);
                }
            }
            while (!underWay.isEmpty()) {
                write(underWay.remove(), lines);
            }
        }
    }

    private static boolean isPicture(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return Files.isRegularFile(path) && ENDINGS.stream().anyMatch(name::endsWith);
    }

    private record Sent(String name, Future<Reply> reply) {}

    private Reply upload(Path picture) throws IOException {
        Call call =
                Call.post("/v1/pictures")
                        .body("application/octet-stream", Files.readAllBytes(picture));
        Reply reply = session.exchange(call);
        uploaded.incrementAndGet();
        return reply;
    }

    private void write(Sent sent, BufferedWriter lines) throws IOException {
        Reply reply = result(sent);
        if (!reply.isSuccess()) {
            refused++;
            out.println("  " + sent.name() + ": " + reply.text());
            return;
        }
        String ref = reply.as(JsonNode.class).required("ref").asString();
        lines.write(Json.text(Map.of("externalId", sent.name(), "picture", ref)));
        lines.newLine();
    }

    private static Reply result(Sent sent) throws IOException {
        try {
            return sent.reply().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException(sent.name() + ": " + e.getCause(), e);
        }
    }
}
