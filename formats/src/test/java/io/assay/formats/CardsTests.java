package io.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Answer;
import io.assay.events.LabelClass;
import io.assay.events.Ontology;
import io.assay.events.Tool;
import io.assay.formats.data.Classes;
import io.assay.formats.data.Format;
import io.assay.formats.data.Labelled;
import io.assay.formats.data.Losses;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Boxes as annotation tools write them through every format: some of our own making, and real ones
 * on photographs of playing cards, if those are there.
 */
class CardsTests {

    private static final Ontology CARDS =
            new Ontology(
                    Tool.BOX,
                    Stream.of("nine", "ten", "jack", "queen", "king", "ace")
                            .map(name -> new LabelClass(name, name))
                            .toList());

    private static final List<String> NAMES = CARDS.classes().stream().map(LabelClass::id).toList();

    private static final int MADE = 24;

    /** One to four boxes a picture, on its edges, over each other and twice the same. */
    private static byte[] made() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < MADE; i++) {
                zip.putNextEntry(new ZipEntry("test/card-%02d.xml".formatted(i)));
                zip.write(madeOne(i).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static String madeOne(int number) {
        int width = 320 + 16 * number;
        int height = 240 + 16 * (number % 5);
        StringBuilder objects = new StringBuilder();
        for (int i = 0; i <= number % 4; i++) {
            int left = i == 1 ? 0 : 16 * (1 + (number + i) % 7);
            int right = i == 2 ? width : left + 32 * (1 + i);
            int top = i == 2 ? 0 : 16 * (number % 3);
            objects.append(
                    """
                    <object><name>%s</name><pose>Unspecified</pose><truncated>0</truncated>
                      <difficult>0</difficult><bndbox><xmin>%d</xmin><ymin>%d</ymin>
                      <xmax>%d</xmax><ymax>%d</ymax></bndbox></object>
                    """
                            .formatted(
                                    NAMES.get((number + i / 2) % NAMES.size()),
                                    left,
                                    top,
                                    right,
                                    i == 3 ? height : top + 64));
        }
        return """
        <annotation><folder>test</folder><filename>card-%02d.jpg</filename>
          <size><width>%d</width><height>%d</height><depth>3</depth></size>
          <segmented>0</segmented>
        %s</annotation>
        """
                .formatted(number, width, height, objects);
    }

    @ParameterizedTest
    @EnumSource
    void madeOnesComeBackEqual(Format format) throws IOException {
        List<Labelled> rows = Sets.rows(Sets.read(Format.VOC, CARDS, made()));

        assertThat(rows).hasSize(MADE);
        assertThat(boxes(rows)).isEqualTo(MADE / 4 * (1 + 2 + 3 + 4));
        assertThat(rows).allMatch(r -> Losses.of(format, new Classes(CARDS), r).isEmpty());
        assertThat(Sets.rows(Sets.read(format, CARDS, Sets.written(format, CARDS, rows))))
                .containsExactlyInAnyOrderElementsOf(rows);
    }

    private static long boxes(List<Labelled> rows) {
        return rows.stream().mapToLong(r -> ((Answer.Boxes) r.answer()).boxes().size()).sum();
    }

    private static byte[] recorded() throws IOException {
        Path data =
                Optional.ofNullable(System.getenv("ASSAY_DATA"))
                        .map(Path::of)
                        .orElse(Path.of("../../shared/data"));
        Path cards = data.resolve("photos/cards-boxes/test");
        Assumptions.assumeTrue(Files.isDirectory(cards), "no recorded data at " + cards);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                Stream<Path> files = Files.list(cards)) {
            for (Path file : files.sorted().toList()) {
                zip.putNextEntry(new ZipEntry("test/" + file.getFileName()));
                Files.copy(file, zip);
            }
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @EnumSource
    void recordedOnesComeBackEqual(Format format) throws IOException {
        List<Labelled> rows = Sets.rows(Sets.read(Format.VOC, CARDS, recorded()));
        assertThat(rows).hasSize(66);
        assertThat(boxes(rows)).isEqualTo(29 + 16 * 2 + 3 * 3 + 18 * 4);
        assertThat(rows).allMatch(r -> Losses.of(format, new Classes(CARDS), r).isEmpty());

        List<Labelled> again =
                Sets.rows(Sets.read(format, CARDS, Sets.written(format, CARDS, rows)));

        assertThat(again).containsExactlyInAnyOrderElementsOf(rows);
    }
}
