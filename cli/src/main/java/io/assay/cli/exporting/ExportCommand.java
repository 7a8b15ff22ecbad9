package io.assay.cli.exporting;

import io.assay.cli.client.Accounts;
import io.assay.cli.client.Call;
import io.assay.cli.client.Http;
import io.assay.cli.client.ProblemException;
import io.assay.cli.client.Session;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code ./assay export}: what it takes from outside, and how it ends. */
public final class ExportCommand {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PrintStream out;
    private final ExportOptions options;

    private ExportCommand(PrintStream out, ExportOptions options) {
        this.out = out;
        this.options = options;
    }

    /** The exit code: 0 if the archive is whole, 1 if not, 2 if it could not be tried. */
    public static int run(PrintStream out, List<String> arguments) {
        if (arguments.contains("--help")) {
            out.println(ExportOptions.USAGE);
            return 0;
        }
        try {
            ExportOptions options = ExportOptions.parse(arguments, System.getenv());
            try (Http http = new Http(options.gateway(), PATIENCE)) {
                Session session = logIn(new Accounts(http), System.getenv());
                return new ExportCommand(out, options).run(session);
            }
        } catch (IllegalArgumentException e) {
            out.println("✘ " + e.getMessage());
            out.println(ExportOptions.USAGE);
            return 2;
        } catch (Http.Unreachable e) {
            out.println("✘ " + e.getMessage());
            return 2;
        } catch (IOException | ProblemException e) {
            out.println("✘ " + e.getMessage());
            return 1;
        }
    }

    private static Session logIn(Accounts accounts, Map<String, String> environment) {
        String client = environment.getOrDefault("ASSAY_CLIENT_ID", "");
        String user = environment.getOrDefault("ASSAY_USER", "");
        if (!client.isEmpty()) {
            return accounts.logIn(
                    new Accounts.MachineClient(
                            client, environment.getOrDefault("ASSAY_CLIENT_SECRET", "")));
        }
        if (!user.isEmpty()) {
            return accounts.logIn(user, environment.getOrDefault("ASSAY_PASSWORD", ""));
        }
        throw new IllegalArgumentException("neither ASSAY_CLIENT_ID nor ASSAY_USER is set");
    }

    private int run(Session session) throws IOException {
        String path =
                "/v1/projects/"
                        + Call.encode(options.project())
                        + "/exports/"
                        + Call.encode(options.format());
        tellLosses(session, path + "/losses" + options.query());
        Path part = options.out().resolveSibling(options.out().getFileName() + ".part");
        try (InputStream body = session.download(Call.get(path + options.query()))) {
            Files.copy(body, part, StandardCopyOption.REPLACE_EXISTING);
        }
        JsonNode manifest = ArchiveCheck.check(part);
        Files.move(part, options.out(), StandardCopyOption.REPLACE_EXISTING);
        JsonNode counts = manifest.path("counts");
        out.println(
                "✔ %s: %,d bytes, %,d files, every SHA-256 holds"
                        .formatted(
                                options.out(),
                                Files.size(options.out()),
                                manifest.path("files").asLong(0)));
        out.println("  written:  " + counts.path("written"));
        out.println("  left out: " + counts.path("leftOut") + " of " + counts.path("tasks"));
        return 0;
    }

    private void tellLosses(Session session, String path) {
        JsonNode losses = session.get(path, JsonNode.class).path("counts").path("losses");
        for (JsonNode loss : losses) {
            out.println(
                    "! %s, %,d times: %s"
                            .formatted(
                                    loss.path("loss").asString(""),
                                    loss.path("count").asLong(0),
                                    loss.path("explanation").asString("")));
        }
    }
}
