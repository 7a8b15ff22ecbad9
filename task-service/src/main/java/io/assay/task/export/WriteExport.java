package io.assay.task.export;

import io.assay.events.Ontology;
import io.assay.formats.Formats;
import io.assay.formats.data.Format;
import io.assay.formats.data.RecordWriter;
import io.assay.formats.io.Bundle;
import io.assay.formats.io.Spool;
import io.assay.task.task.Task;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Writes an export as one ZIP: the format's files, {@code missing.ndjson}, {@code SHA256SUMS}, and
 * at last {@code manifest.json}. No more than a few tasks are in memory at a time.
 */
final class WriteExport {

    private static final int BUFFER = 64 * 1024;

    private final Format format;
    private final Ontology ontology;
    private final ExportTasks exportTasks;
    private final boolean plain;
    private final Function<Object, byte[]> json;

    /**
     * @param plain whether texts in CSV are written as they are
     */
    WriteExport(
            Format format,
            Ontology ontology,
            ExportTasks exportTasks,
            boolean plain,
            Function<Object, byte[]> json) {
        this.format = format;
        this.ontology = ontology;
        this.exportTasks = exportTasks;
        this.plain = plain;
        this.json = json;
    }

    /**
     * @param manifest made of the counts and of the sum over the files so far
     * @throws IOException also if the store fails on the way: once bytes are out, no status can
     *     tell, so the connection has to break, which it does on this and on no other kind of
     *     exception
     */
    void to(
            OutputStream body,
            Stream<Task> tasks,
            BiFunction<ExportCounts.Summary, Sealed, Manifest> manifest)
            throws IOException {
        OutputStream out = new BufferedOutputStream(body, BUFFER);
        try (Bundle bundle = new Bundle(out);
                RecordWriter writer = Formats.writer(format, ontology, bundle, plain);
                Spool missing = new Spool()) {
            ExportCounts counts = new ExportCounts();
            write(tasks, counts, writer, missing);
            writer.finish();
            try (OutputStream list = bundle.stream("missing.ndjson");
                    InputStream lines = missing.in()) {
                lines.transferTo(list);
            }
            Sealed sealed = new Sealed(bundle.addSums(), bundle.files());
            bundle.add("manifest.json", json.apply(manifest.apply(counts.summary(), sealed)));
            bundle.finish();
        } catch (RuntimeException e) {
            throw new IOException("export cut off", e);
        }
        out.flush();
    }

    /**
     * The files before the manifest.
     *
     * @param sha256OfSums of {@code SHA256SUMS}
     */
    record Sealed(String sha256OfSums, long files) {}

    private void write(Stream<Task> tasks, ExportCounts counts, RecordWriter writer, Spool missing)
            throws IOException {
        OutputStream lines = new BufferedOutputStream(missing.out(), BUFFER);
        for (Task task : (Iterable<Task>) tasks::iterator) {
            ExportedTask exported = exportTasks.of(task);
            counts.add(exported);
            switch (exported) {
                case ExportedTask.Written(var labelled, _) -> writer.write(labelled);
                case ExportedTask.Missing line -> {
                    lines.write(json.apply(line));
                    lines.write('\n');
                }
            }
        }
        lines.flush();
    }
}
