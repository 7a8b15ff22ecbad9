package io.assay.formats.yolo;

import io.assay.events.LabelClass;
import io.assay.events.Tool;
import io.assay.formats.data.Classes;
import io.assay.formats.data.FileNames;
import io.assay.formats.data.Labelled;
import io.assay.formats.data.Provenance;
import io.assay.formats.data.RecordWriter;
import io.assay.formats.data.UniqueNames;
import io.assay.formats.io.Bundle;
import io.assay.formats.io.Csv;
import io.assay.formats.io.Json;
import io.assay.formats.io.Spool;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code data.yaml}, {@code labels/train/NAME.txt} for each picture, and at the end {@code
 * pictures.csv} with what the labels need and do not say: sizes, external ids, references.
 */
public final class YoloWriter implements RecordWriter {

    static final String PICTURES = "pictures.csv";
    static final List<String> COLUMNS =
            List.of("file", "external_id", "ref", "width", "height", "status");

    private final boolean plain;
    private final Bundle bundle;
    private final YoloLines lines;
    private final UniqueNames names = new UniqueNames();
    private final Spool pictures = new Spool();
    private final OutputStream picturesOut = new BufferedOutputStream(pictures.out(), 64 * 1024);

    /**
     * @param plain whether texts in {@code pictures.csv} are written as they are, even if a
     *     spreadsheet would run them
     */
    public YoloWriter(Bundle bundle, Classes classes, boolean plain) throws IOException {
        this.plain = plain;
        this.bundle = bundle;
        this.lines = new YoloLines(classes);
        bundle.add("data.yaml", yaml(classes));
        picturesOut.write(Csv.line(COLUMNS.toArray()));
    }

    private static byte[] yaml(Classes classes) {
        StringBuilder yaml = new StringBuilder("path: .\ntrain: images/train\nval: images/train\n");
        if (classes.tool() == Tool.KEYPOINTS) {
            yaml.append("kpt_shape: [").append(YoloLines.mostPoints(classes)).append(", 3]\n");
        }
        yaml.append("nc: ").append(classes.all().size()).append("\nnames:\n");
        for (LabelClass known : classes.all()) {
            // what JSON quotes, YAML reads as the same text, be it called no, 1 or a: b
            String name = Json.text(classes.written(known.id()));
            yaml.append("  ").append(classes.index(known.id())).append(": ").append(name);
            yaml.append('\n');
        }
        return yaml.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void write(Labelled labelled) throws IOException {
        String file = FileNames.safe(labelled.fileName());
        String stem = FileNames.stem(file);
        String own = names.unique(stem, labelled.externalId());
        if (labelled.answer() != null) {
            bundle.add("labels/train/" + own + ".txt", lines.of(labelled));
        }
        Provenance from = labelled.provenance();
        picturesOut.write(
                line(
                        "images/train/" + own + file.substring(stem.length()),
                        labelled.externalId(),
                        labelled.ref(),
                        labelled.width(),
                        labelled.height(),
                        labelled.answer() != null
                                ? null
                                : from == null ? "pending" : from.status()));
    }

    private byte[] line(@Nullable Object... cells) {
        return plain ? Csv.plainLine(cells) : Csv.line(cells);
    }

    @Override
    public void finish() throws IOException {
        picturesOut.flush();
        try (OutputStream out = bundle.stream(PICTURES);
                InputStream all = pictures.in()) {
            all.transferTo(out);
        }
    }

    @Override
    public void close() throws IOException {
        pictures.close();
    }
}
