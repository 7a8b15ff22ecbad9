package io.assay.cli.exporting;

import io.assay.cli.client.Call;
import io.assay.cli.client.Connection;
import io.assay.cli.client.Http;
import io.assay.cli.client.Session;
import io.assay.cli.terminal.Commands;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code assay export}. */
@Command(
        name = "export",
        description = {
            "Loads the labelled set of a project and checks that it is whole.",
            "Tells what the format cannot say, loads the archive and checks all its sums."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Who exports: ASSAY_CLIENT_ID and ASSAY_CLIENT_SECRET of a machine client, or"
                    + " ASSAY_USER and",
            "ASSAY_PASSWORD of a person: the project's owner or a partner of it.",
            "Ends with 0 if all sums hold, 1 if not, 2 if it could not be tried."
        })
public final class ExportCommand implements Callable<Integer> {

    private final PrintStream output;

    @Parameters(paramLabel = "PROJECT", description = "its id")
    private String project;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description = "ndjson, csv, coco, voc, yolo, cvat or label-studio")
    private String format;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE.zip",
            description = "where the archive goes")
    private Path out;

    @Option(names = "--include-pending", description = "also pictures without an answer")
    private boolean includePending;

    @Option(
            names = "--no-gold",
            description = "without the tasks whose answer was known from the start")
    private boolean noGold;

    @Option(
            names = "--min-confidence",
            paramLabel = "0..1",
            description = "leaves out results of less")
    private @Nullable String minConfidence;

    @Option(names = "--links", description = "names uploads by links that are good for a day")
    private boolean links;

    @Option(
            names = "--plain",
            description =
                    "in CSV: texts that begin with = + - @ as they are, for programs; a spreadsheet"
                            + " may run them")
    private boolean plain;

    @Mixin private Connection connection;

    public ExportCommand(PrintStream output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        try (Http http = connection.open()) {
            export(Connection.signIn(http, System.getenv()));
            return 0;
        } catch (IOException e) {
            output.println("✘ " + e.getMessage());
            return Commands.FAILED;
        }
    }

    private void export(Session session) throws IOException {
        String path = "/v1/projects/" + Call.encode(project) + "/exports/" + Call.encode(format);
        printLosses(session, path + "/losses" + query());
        Path part = out.resolveSibling(out.getFileName() + ".part");
        try (InputStream body = session.download(Call.get(path + query()))) {
            Files.copy(body, part, StandardCopyOption.REPLACE_EXISTING);
        }
        JsonNode manifest = ArchiveCheck.check(part);
        Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
        JsonNode counts = manifest.path("counts");
        output.println(
                "✔ %s: %,d bytes, %,d files, every SHA-256 holds"
                        .formatted(out, Files.size(out), manifest.path("files").asLong(0)));
        output.println("  written:  " + counts.path("written"));
        output.println("  left out: " + counts.path("leftOut") + " of " + counts.path("tasks"));
    }

    private void printLosses(Session session, String path) {
        JsonNode losses = session.get(path, JsonNode.class).path("counts").path("losses");
        for (JsonNode loss : losses) {
            output.println(
                    "! %s, %,d times: %s"
                            .formatted(
                                    loss.path("loss").asString(""),
                                    loss.path("count").asLong(0),
                                    loss.path("explanation").asString("")));
        }
    }

    /** Of the request, from its question mark; empty for none. */
    String query() {
        List<String> query = new ArrayList<>();
        if (includePending) {
            query.add("includePending=true");
        }
        if (noGold) {
            query.add("includeGold=false");
        }
        if (minConfidence != null) {
            query.add("minConfidence=" + Call.encode(minConfidence));
        }
        if (links) {
            query.add("links=true");
        }
        if (plain) {
            query.add("plain=true");
        }
        return query.isEmpty() ? "" : "?" + String.join("&", query);
    }
}
