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

/** Real boxes on real photographs of playing cards, if they are there, through every format. */
class CardsTests {

    private static final Ontology CARDS =
            new Ontology(
                    Tool.BOX,
                    Stream.of("nine", "ten", "jack", "queen", "king", "ace")
                            .map(name -> new LabelClass(name, name))
                            .toList());

    private static byte[] voc() throws IOException {
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
    void exportedAndReadAgainTheyAreEqual(Format format) throws IOException {
        List<Labelled> rows = Sets.rows(Sets.read(Format.VOC, CARDS, voc()));
        assertThat(rows).hasSize(66);
        long boxes = rows.stream().mapToLong(r -> ((Answer.Boxes) r.answer()).boxes().size()).sum();
        assertThat(boxes).isEqualTo(29 + 16 * 2 + 3 * 3 + 18 * 4);
        assertThat(rows).allMatch(r -> Losses.of(format, new Classes(CARDS), r).isEmpty());

        List<Labelled> again =
                Sets.rows(Sets.read(format, CARDS, Sets.written(format, CARDS, rows)));

        assertThat(again).containsExactlyInAnyOrderElementsOf(rows);
    }
}
