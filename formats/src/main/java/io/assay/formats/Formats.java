package io.assay.formats;

import io.assay.events.Ontology;
import io.assay.formats.coco.CocoReader;
import io.assay.formats.coco.CocoWriter;
import io.assay.formats.cvat.CvatReader;
import io.assay.formats.cvat.CvatWriter;
import io.assay.formats.data.Classes;
import io.assay.formats.data.Format;
import io.assay.formats.data.Pictures;
import io.assay.formats.data.RecordReader;
import io.assay.formats.data.RecordWriter;
import io.assay.formats.data.UnusableFile;
import io.assay.formats.io.Bundle;
import io.assay.formats.io.EachFile;
import io.assay.formats.io.SentFiles;
import io.assay.formats.labelstudio.LabelStudioReader;
import io.assay.formats.labelstudio.LabelStudioWriter;
import io.assay.formats.lines.CsvReader;
import io.assay.formats.lines.CsvWriter;
import io.assay.formats.lines.NdjsonReader;
import io.assay.formats.lines.NdjsonWriter;
import io.assay.formats.voc.VocReader;
import io.assay.formats.voc.VocWriter;
import io.assay.formats.yolo.YoloReader;
import io.assay.formats.yolo.YoloWriter;
import java.io.IOException;
import java.io.InputStream;

/** A reader and a writer for each format. */
public final class Formats {

    private Formats() {}

    /**
     * @param ontology whose tool says what is taken from the files and whose classes they may name
     * @param sent a file of the format or a ZIP of such; closed with the reader
     * @param pictures that its entries may mean
     * @throws UnusableFile if it is no such file, or the format has nothing for the project's tool
     * @throws IOException if reading fails
     */
    public static RecordReader reader(
            Format format, Ontology ontology, InputStream sent, Pictures pictures)
            throws IOException {
        requireTool(format, ontology);
        Classes classes = new Classes(ontology);
        SentFiles files = SentFiles.of(sent);
        return switch (format) {
            case NDJSON -> new EachFile(files, ".ndjson", (_, in) -> new NdjsonReader(in));
            case CSV -> new EachFile(files, ".csv", (_, in) -> new CsvReader(in, classes));
            case COCO ->
                    new EachFile(files, ".json", (_, in) -> new CocoReader(in, classes, pictures));
            case VOC -> new VocReader(files, classes, pictures);
            case YOLO -> new YoloReader(files, classes, pictures);
            case CVAT ->
                    new EachFile(files, ".xml", (_, in) -> new CvatReader(in, classes, pictures));
            case LABEL_STUDIO ->
                    new EachFile(
                            files,
                            ".json",
                            (_, in) -> new LabelStudioReader(in, classes, pictures));
        };
    }

    private static void requireTool(Format format, Ontology ontology) throws UnusableFile {
        if (!format.expresses(ontology.tool())) {
            throw new UnusableFile(
                    "format: %s has nothing for the tool %s (expected: one that has)"
                            .formatted(format.wireName(), ontology.tool()));
        }
    }

    /**
     * @param ontology of a tool that the format {@linkplain Format#expresses expresses}
     */
    public static RecordWriter writer(Format format, Ontology ontology, Bundle bundle)
            throws IOException {
        return writer(format, ontology, bundle, false);
    }

    /**
     * @param ontology of a tool that the format {@linkplain Format#expresses expresses}
     * @param plain whether texts in CSV are written as they are, even if a spreadsheet would run
     *     them
     */
    public static RecordWriter writer(
            Format format, Ontology ontology, Bundle bundle, boolean plain) throws IOException {
        Classes classes = new Classes(ontology);
        return switch (format) {
            case NDJSON -> new NdjsonWriter(bundle);
            case CSV -> new CsvWriter(bundle, plain);
            case COCO -> new CocoWriter(bundle, classes);
            case VOC -> new VocWriter(bundle, classes);
            case YOLO -> new YoloWriter(bundle, classes, plain);
            case CVAT -> new CvatWriter(bundle, classes);
            case LABEL_STUDIO -> new LabelStudioWriter(bundle, classes);
        };
    }
}
