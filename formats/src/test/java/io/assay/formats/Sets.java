package io.assay.formats;

import io.assay.events.Attribute;
import io.assay.events.LabelClass;
import io.assay.events.Ontology;
import io.assay.events.Skeleton;
import io.assay.events.Tool;
import io.assay.formats.data.Entry;
import io.assay.formats.data.Format;
import io.assay.formats.data.Labelled;
import io.assay.formats.data.PicturePath;
import io.assay.formats.data.PictureSize;
import io.assay.formats.data.Pictures;
import io.assay.formats.data.RecordReader;
import io.assay.formats.data.RecordWriter;
import io.assay.formats.io.Bundle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Data sets, written and read. */
final class Sets {

    private static final List<Attribute> ATTRIBUTES =
            List.of(
                    attribute("occluded", Attribute.Type.FLAG),
                    new Attribute(
                            "colour",
                            "Colour",
                            Attribute.Type.CHOICE,
                            List.of("red", "dark blue"),
                            null,
                            null,
                            null),
                    attribute("speed", Attribute.Type.NUMBER),
                    attribute("pose", Attribute.Type.TEXT));

    private Sets() {}

    private static Attribute attribute(String id, Attribute.Type type) {
        return new Attribute(id, id, type, List.of(), null, null, null);
    }

    /** Two classes, one of them with attributes and three points, the other with two. */
    public static Ontology ontology(Tool tool, boolean turns) {
        boolean points = tool == Tool.KEYPOINTS;
        return new Ontology(
                tool,
                List.of(
                        new LabelClass(
                                "car",
                                "A car",
                                ATTRIBUTES,
                                points ? skeleton("nose", "tail", "roof") : null),
                        new LabelClass(
                                "sign-2",
                                "A sign",
                                List.of(),
                                points ? skeleton("top", "nose") : null)),
                turns ? true : null,
                null);
    }

    private static Skeleton skeleton(String... points) {
        return new Skeleton(List.of(points), List.of(new Skeleton.Bone(0, 1)));
    }

    public static byte[] written(Format format, Ontology ontology, List<Labelled> rows)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Bundle bundle = new Bundle(bytes);
                RecordWriter writer = Formats.writer(format, ontology, bundle)) {
            for (Labelled row : rows) {
                writer.write(row);
            }
            writer.finish();
            bundle.addSums();
            bundle.add("manifest.json", "{}".getBytes(StandardCharsets.UTF_8));
            bundle.finish();
        }
        return bytes.toByteArray();
    }

    public static List<Entry> read(Format format, Ontology ontology, byte[] sent)
            throws IOException {
        return read(format, ontology, sent, Pictures.UNKNOWN);
    }

    public static List<Entry> read(Format format, Ontology ontology, byte[] sent, Pictures pictures)
            throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (RecordReader reader =
                Formats.reader(format, ontology, new ByteArrayInputStream(sent), pictures)) {
            for (Optional<Entry> next = reader.next(); next.isPresent(); next = reader.next()) {
                entries.add(next.get());
            }
        }
        return entries;
    }

    public static List<Entry> read(Format format, Ontology ontology, String sent)
            throws IOException {
        return read(format, ontology, sent.getBytes(StandardCharsets.UTF_8));
    }

    /** All of it, none bad. */
    public static List<Labelled> rows(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> !(entry instanceof Entry.Note))
                .map(
                        entry ->
                                switch (entry) {
                                    case Entry.Row(_, var labelled) -> labelled;
                                    case Entry.Note note -> throw new AssertionError(note);
                                    case Entry.Bad bad -> throw new AssertionError(bad);
                                })
                .toList();
    }

    /** Uploads of these sizes: name, width, height, name, … */
    public static Pictures uploads(Object... named) {
        Map<String, PictureSize> sizes = new LinkedHashMap<>();
        for (int i = 0; i < named.length; i += 3) {
            sizes.put(
                    (String) named[i],
                    new PictureSize((Integer) named[i + 1], (Integer) named[i + 2]));
        }
        return path -> match(path, sizes);
    }

    /** The same, for a project that allows no host on the web. */
    public static Pictures uploadsOnly(Object... named) {
        Pictures uploads = uploads(named);
        return new Pictures() {
            @Override
            public Match find(PicturePath path) {
                return uploads.find(path);
            }

            @Override
            public boolean mayLieAt(String url) {
                return false;
            }
        };
    }

    private static Pictures.Match match(PicturePath path, Map<String, PictureSize> sizes) {
        List<String> meant = path.among(sizes.keySet(), "");
        if (meant.size() > 1) {
            return new Pictures.Match.Several(meant);
        }
        return meant.stream()
                .findFirst()
                .<Pictures.Match>map(
                        name -> new Pictures.Match.Found(name, "picture:" + name, sizes.get(name)))
                .orElseGet(
                        () ->
                                new Pictures.Match.None(
                                        sizes.keySet().stream()
                                                .filter(n -> PicturePath.key(n).equals(path.key()))
                                                .toList()));
    }

    /** A ZIP of name, content, name, content, … */
    public static byte[] zip(String... files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < files.length; i += 2) {
                zip.putNextEntry(new ZipEntry(files[i]));
                zip.write(files[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    public static Map<String, String> unzip(byte[] archive) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
