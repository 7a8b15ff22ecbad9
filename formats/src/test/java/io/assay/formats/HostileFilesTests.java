package io.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.assay.events.Tool;
import io.assay.formats.data.Entry;
import io.assay.formats.data.Format;
import io.assay.formats.data.Pictures;
import io.assay.formats.data.RecordReader;
import io.assay.formats.data.UnusableFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that are meant to hurt. */
class HostileFilesTests {

    @TempDir private Path directory;

    private static String xml(String type, String text) {
        return "<?xml version=\"1.0\"?>"
                + type
                + "<annotation><filename>"
                + text
                + "</filename></annotation>";
    }

    private static void assertRefused(Format format, byte[] sent) throws IOException {
        try {
            List<Entry> entries = Sets.read(format, Sets.ontology(Tool.BOX, false), sent);
            assertThat(entries).isNotEmpty().allMatch(Entry.Bad.class::isInstance);
        } catch (UnusableFile refused) {
            assertThat(refused).hasMessageContaining("expected");
        }
    }

    @Test
    void noXmlReadsAFileOfTheServer() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret.txt"), "secret");
        String type = "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";

        List<Entry> entries =
                Sets.read(Format.VOC, Sets.ontology(Tool.BOX, false), xml(type, "&x;"));

        assertThat(entries).allMatch(Entry.Bad.class::isInstance);
        assertThat(entries.toString()).contains("XML").doesNotContain("secret.txt");
    }

    @Test
    void noXmlGrows() throws IOException {
        StringBuilder type = new StringBuilder("<!DOCTYPE a [<!ENTITY x0 \"ha\">");
        for (int i = 1; i < 40; i++) {
            type.append("<!ENTITY x%d \"&x%d;&x%d;\">".formatted(i, i - 1, i - 1));
        }

        assertRefused(Format.VOC, xml(type + "]>", "&x39;").getBytes(StandardCharsets.UTF_8));
        assertRefused(
                Format.CVAT,
                (type + "]><annotations><image name=\"&x39;\"/></annotations>")
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void noXmlIsDeepEnoughToOverflowTheStack() throws IOException {
        String deep = "<annotation>" + "<a>".repeat(100_000) + "</a>".repeat(100_000);

        assertRefused(Format.VOC, (deep + "</annotation>").getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @EnumSource(names = {"COCO", "CVAT", "LABEL_STUDIO", "NDJSON", "CSV"})
    void noElementFillsTheMemory(Format format) {
        InputStream start =
                new ByteArrayInputStream(
                        switch (format) {
                            case COCO -> bytes("{\"images\":[{\"id\":\"");
                            case LABEL_STUDIO -> bytes("[{\"id\":\"");
                            case NDJSON -> bytes("{\"externalId\":\"");
                            case CVAT -> bytes("<annotations><image name=\"");
                            case CSV -> bytes("externalId,class\n\"");
                            case VOC, YOLO -> throw new AssertionError(format);
                        });

        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(
                        () -> {
                            try (RecordReader reader =
                                    Formats.reader(
                                            format,
                                            Sets.ontology(Tool.BOX, false),
                                            new SequenceInputStream(start, new Endless()),
                                            Pictures.UNKNOWN)) {
                                while (reader.next().isPresent()) {
                                    // until it is refused
                                }
                            }
                        })
                .withMessageContaining("(expected:");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Letters without end. */
    private static final class Endless extends InputStream {

        @Override
        public int read() {
            return 'a';
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            java.util.Arrays.fill(bytes, offset, offset + length, (byte) 'a');
            return length;
        }
    }

    /** Even in a file that nobody wants to read. */
    @ParameterizedTest
    @EnumSource(names = {"VOC", "YOLO", "COCO"})
    void noZipUnpacksWithoutEnd(Format format) throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        byte[] zeros = new byte[1024 * 1024];
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("bomb.bin"));
            for (int i = 0; i < 200; i++) {
                zip.write(zeros);
            }
            zip.putNextEntry(new ZipEntry("a.json"));
        }

        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(
                        () -> Sets.read(format, Sets.ontology(Tool.BOX, false), bomb.toByteArray()))
                .withMessageStartingWith("ZIP: unpacks to over 300 times");
    }

    @Test
    void aZipThatBreaksOffIsUnusable() throws IOException {
        byte[] zip = Sets.zip("a.xml", xml("", "a.jpg"), "b.xml", xml("", "b.jpg".repeat(5000)));
        byte[] half = java.util.Arrays.copyOf(zip, zip.length / 2);

        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> Sets.read(Format.VOC, Sets.ontology(Tool.BOX, false), half));
    }

    /** Also between two files, where what is left looks like a shorter archive. */
    @Test
    void aZipThatBreaksOffAnywhereIsUnusable() throws IOException {
        byte[] zip =
                Sets.zip(
                        "data.yaml",
                        "names: [cat]",
                        "labels/a.txt",
                        "",
                        "labels/b.txt",
                        "",
                        "images/a.jpg",
                        "",
                        "images/b.jpg",
                        "");
        int lastPart = zip.length - 22;

        for (int length = 4; length < lastPart; length++) {
            byte[] cut = java.util.Arrays.copyOf(zip, length);
            assertThatExceptionOfType(UnusableFile.class)
                    .as("of %d bytes", length)
                    .isThrownBy(() -> Sets.read(Format.YOLO, Sets.ontology(Tool.BOX, false), cut))
                    .withMessageContaining("expected");
        }
        assertThat(Sets.read(Format.YOLO, Sets.ontology(Tool.BOX, false), zip)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void neitherNothingNorNoiseIsAFile(Format format) throws IOException {
        assertRefusedOrEmpty(format, new byte[0]);
        assertRefusedOrEmpty(format, "PK\3\4 no archive".getBytes(StandardCharsets.UTF_8));
        assertRefusedOrEmpty(format, new byte[] {(byte) 0xFF, 0, 1, 2, (byte) 0x80, '\n', 7});
    }

    private static void assertRefusedOrEmpty(Format format, byte[] sent) throws IOException {
        try {
            assertThat(Sets.read(format, Sets.ontology(Tool.BOX, false), sent))
                    .allMatch(Entry.Bad.class::isInstance);
        } catch (UnusableFile refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Test
    void classesAsYamlBombAreUnusable() throws IOException {
        StringBuilder yaml = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
        for (char c = 'b'; c < 'k'; c++) {
            char before = (char) (c - 1);
            yaml.append(c).append(": &").append(c).append(" [");
            yaml.append(("*" + before + ",").repeat(9)).append("]\n");
        }
        byte[] zip = Sets.zip("data.yaml", yaml + "names: *j\n", "a.txt", "0 1 1 1 1");

        assertRefused(Format.YOLO, zip);
    }
}
