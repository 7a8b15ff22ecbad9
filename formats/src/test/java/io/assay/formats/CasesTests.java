package io.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.assay.events.Answer;
import io.assay.events.LabelClass;
import io.assay.events.Ontology;
import io.assay.events.Tool;
import io.assay.formats.data.Entry;
import io.assay.formats.data.Format;
import io.assay.formats.data.Labelled;
import io.assay.formats.data.PicturePath;
import io.assay.formats.data.PictureSize;
import io.assay.formats.data.Pictures;
import io.assay.formats.data.UnusableFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Files made after public bug reports of people who do this work, if they are there. */
class CasesTests {

    private static final Ontology BOXES =
            new Ontology(
                    Tool.BOX,
                    List.of(
                            new LabelClass("car", "car"),
                            new LabelClass("truck", "truck"),
                            new LabelClass("person", "person"),
                            new LabelClass("block", "block"),
                            new LabelClass("cat", "cat")));

    private static Path folder(String name) {
        Path cases =
                Optional.ofNullable(System.getenv("ASSAY_CASES"))
                        .map(Path::of)
                        .orElse(Path.of("../../shared/cases"));
        Path folder = cases.resolve(name);
        Assumptions.assumeTrue(Files.isDirectory(folder), "no cases at " + cases);
        return folder;
    }

    /** As uploads of one folder are matched. */
    private static Pictures uploads(Path zip) throws IOException {
        Map<String, PictureSize> sizes = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                BufferedImage image = ImageIO.read(new ByteArrayInputStream(in.readAllBytes()));
                if (image != null) {
                    sizes.put(
                            entry.getName(), new PictureSize(image.getWidth(), image.getHeight()));
                }
            }
        }
        return path -> match(path, sizes);
    }

    private static Pictures.Match match(PicturePath path, Map<String, PictureSize> sizes) {
        List<String> names = path.among(sizes.keySet(), "");
        if (names.size() == 1) {
            String name = names.getFirst();
            return new Pictures.Match.Found(name, "picture:" + name, sizes.get(name));
        }
        return names.isEmpty()
                ? new Pictures.Match.None(List.of())
                : new Pictures.Match.Several(names);
    }

    private static List<Entry> read(Format format, Path folder, String file, String pictures)
            throws IOException {
        return Sets.read(
                format,
                BOXES,
                Files.readAllBytes(folder.resolve(file)),
                uploads(folder.resolve(pictures)));
    }

    /** Of each entry that is no note: what it came to. */
    private static List<String> outcomes(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> !(entry instanceof Entry.Note))
                .map(
                        entry ->
                                switch (entry) {
                                    case Entry.Row(_, var labelled) ->
                                            labelled.fileName() + " " + boxes(labelled);
                                    case Entry.Bad(_, _, var reason) -> "bad: " + reason;
                                    case Entry.Note note -> throw new AssertionError(note);
                                })
                .toList();
    }

    private static String boxes(Labelled labelled) {
        return labelled.answer() instanceof Answer.Boxes(var boxes)
                ? boxes.stream()
                        .map(
                                b ->
                                        "%s %d,%d %dx%d"
                                                .formatted(
                                                        b.classId(),
                                                        Math.round(b.x()),
                                                        Math.round(b.y()),
                                                        Math.round(b.width()),
                                                        Math.round(b.height())))
                        .toList()
                        .toString()
                : "none";
    }

    @Test
    void samePicturesNamesInFoldersStayApart() throws IOException {
        Path folder = folder("02-same-name-in-folders");
        Pictures uploads = uploads(folder.resolve("pictures.zip"));
        Pictures noHostAllowed =
                new Pictures() {
                    @Override
                    public Match find(PicturePath path) {
                        return uploads.find(path);
                    }

                    @Override
                    public boolean mayLieAt(String url) {
                        return false;
                    }
                };

        List<Entry> entries =
                Sets.read(
                        Format.LABEL_STUDIO,
                        BOXES,
                        Files.readAllBytes(folder.resolve("label-studio.json")),
                        noHostAllowed);

        assertThat(outcomes(entries))
                .containsExactly(
                        "cam1/0001.jpg [block 10,10 40x30]",
                        "cam2/0001.jpg [block 120,90 60x40]",
                        "cam2/0002.jpg [block 5,5 20x20]");
    }

    @Test
    void addressesOfLabelStudioLeadToTheirUploads() throws IOException {
        Path folder = folder("08-label-studio-addresses");

        List<String> outcomes =
                outcomes(read(Format.LABEL_STUDIO, folder, "label-studio.json", "pictures.zip"));

        String box = " [block 10,10 40x30]";
        assertThat(outcomes)
                .hasSize(8)
                .startsWith(
                        "batch 1/cam1/0001.jpg" + box,
                        "batch 1/cam1/0002.jpg" + box,
                        "IMG_0003.JPG" + box,
                        "2024/IMG 0004.jpg" + box,
                        "p/0005.jpg" + box,
                        "0006.jpg" + box,
                        "site#7.jpg" + box);
        assertThat(outcomes.getLast()).startsWith("bad: data image: a list of 2");
    }

    @Test
    void damagedResultsOfLabelStudioSpoilNoOthers() throws IOException {
        Path folder = folder("09-label-studio-damaged-results");

        List<String> outcomes =
                outcomes(read(Format.LABEL_STUDIO, folder, "label-studio.json", "pictures.zip"));

        String box = " [car 10,10 40x30]";
        assertThat(outcomes)
                .hasSize(12)
                .contains(
                        "t01.jpg" + box,
                        "t02.jpg none",
                        "t03.jpg" + box,
                        "t04.jpg []",
                        "t08.jpg none",
                        "t09.jpg" + box,
                        "t10.jpg" + box,
                        "t12.jpg" + box)
                .contains("bad: annotation result: null (expected: a list)")
                .contains("bad: region r1 x: null (expected: a number)")
                .anyMatch(outcome -> outcome.contains("two shapes"))
                .anyMatch(outcome -> outcome.contains("[car, truck] (expected: one)"));
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(
                        () ->
                                read(
                                        Format.LABEL_STUDIO,
                                        folder,
                                        "label-studio-min.json",
                                        "pictures.zip"))
                .withMessageContaining("JSON-MIN");
    }

    @Test
    void tracksOfCvatBecomeFrames() throws IOException {
        Path folder = folder("12-cvat-tracks");

        assertThat(outcomes(read(Format.CVAT, folder, "cvat-video.xml", "frames.zip")))
                .containsExactly(
                        "frame_000000.jpg [car 10,10 30x20]",
                        "frame_000001.jpg [car 20,10 30x20, person 60,60 20x20]",
                        "frame_000002.jpg [car 30,10 30x20, person 60,62 20x20]",
                        "frame_000003.jpg [person 60,64 20x20]",
                        "frame_000004.jpg []",
                        "frame_000005.jpg [car 90,10 30x20]");
        assertThat(outcomes(read(Format.CVAT, folder, "cvat-mixed.xml", "frames.zip")))
                .hasSize(3)
                .last()
                .asString()
                .startsWith("bad: tracks: 2, beside images");
    }
}
