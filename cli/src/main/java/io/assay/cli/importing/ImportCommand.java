package io.assay.cli.importing;

import io.assay.cli.client.Connection;
import io.assay.cli.client.Http;
import io.assay.cli.client.Session;
import io.assay.cli.importing.Imports.BadRow;
import io.assay.cli.importing.Imports.Job;
import io.assay.cli.terminal.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code assay import}. */
@Command(
        name = "import",
        description = "Makes tasks of rows, pictures or annotations; shows the progress.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Who imports: ASSAY_CLIENT_ID and ASSAY_CLIENT_SECRET of a machine client, or"
                    + " ASSAY_USER and",
            "ASSAY_PASSWORD of a person, with the role requester and owner of the project.",
            "After a break the same command goes on where it ended. Ends with 0 if every row is in,"
                    + " 1 if",
            "some are not, 2 if it could not be tried."
        })
public final class ImportCommand implements Callable<Integer> {

    private static final int ERRORS_SHOWN = 20;

    private final PrintStream out;

    @Mixin private ImportOptions options;

    public ImportCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, TimeoutException {
        try (Http http = options.connection().open()) {
            return run(Connection.signIn(http, System.getenv()));
        }
    }

    private int run(Session session) throws IOException, TimeoutException {
        if (Files.notExists(options.file())) {
            throw new IOException(options.file() + ": no such file or folder");
        }
        Imports imports = new Imports(session, options.project());
        if (options.isOfAnnotations()) {
            String key = key(new RowsFile(options.file(), String.valueOf(options.format())));
            return report(imports, new WholeFile(imports, options, key).send(), 0);
        }
        if (!Pictures.isPictures(options.file())) {
            return importRows(
                    imports, RowsFile.of(options.file(), options.format()), options.file(), 0);
        }
        Path rows = Files.createTempFile("assay-import", ".ndjson");
        try {
            int refused = new Pictures(session, out).upload(options.file(), rows);
            return importRows(imports, new RowsFile(rows, "ndjson"), options.file(), refused);
        } finally {
            Files.deleteIfExists(rows);
        }
    }

    private int importRows(Imports imports, RowsFile file, Path named, int refused)
            throws IOException, TimeoutException {
        String key = key(new RowsFile(named, file.format()));
        Job opened = imports.open(key, file.format(), options.dryRun(), file.size());
        if (opened.nextOffset() > 0) {
            out.println(
                    "✔ import %s goes on at byte %,d".formatted(opened.id(), opened.nextOffset()));
        }
        ImportRun run = new ImportRun(imports, file, opened, options.timeout());
        Job over;
        try (Progress _ = run.show(out)) {
            over = run.toTheEnd();
        }
        return report(imports, over, refused);
    }

    private String key(RowsFile file) throws IOException {
        return RowsFile.hash(
                String.join(
                        "\n",
                        file.fingerprint(),
                        options.as(),
                        options.pictures(),
                        String.valueOf(options.dryRun()),
                        options.again() ? UUID.randomUUID().toString() : ""));
    }

    private int report(Imports imports, Job job, int refused) throws IOException {
        out.println(
                "%s import %s: %s%s, %,d rows: %,d %s, %,d already there, %,d bad"
                        .formatted(
                                job.status().equals("done") && job.rejected() == 0 ? "✔" : "✘",
                                job.id(),
                                job.status(),
                                job.reason() == null ? "" : " (" + job.reason() + ")",
                                job.rows(),
                                job.created(),
                                options.dryRun() ? "would be made (dry run)" : "made",
                                job.duplicates(),
                                job.rejected()));
        if (job.rejected() > 0) {
            imports.firstErrors(job.id(), ERRORS_SHOWN).forEach(this::print);
            if (job.rejected() > ERRORS_SHOWN) {
                out.println("  … --errors FILE writes them all");
            }
        }
        if (options.errors() != null) {
            imports.writeErrors(job.id(), options.errors());
            out.println("✔ bad rows: " + options.errors());
        }
        return job.status().equals("done") && job.rejected() == 0 && refused == 0 ? 0 : 1;
    }

    private void print(BadRow bad) {
        out.println(
                "  line %,d%s: %s"
                        .formatted(
                                bad.row(),
                                bad.externalId() == null ? "" : " (" + bad.externalId() + ")",
                                bad.reason()));
    }
}
