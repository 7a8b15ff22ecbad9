package io.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.events.Tool;
import io.assay.formats.data.Entry;
import io.assay.formats.data.Format;
import io.assay.formats.data.Labelled;
import io.assay.formats.data.Pictures;
import io.assay.formats.data.UnusableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pascal VOC as it is found. */
class VocWorldTests {

    private static final Pictures CAMS =
            Sets.uploads("cam1/0001.jpg", 160, 120, "cam2/0001.jpg", 200, 150);

    private static String file(String head, String... objects) {
        return "<annotation>" + head + String.join("", objects) + "</annotation>";
    }

    private static String object(String inner) {
        return "<object><name>car</name>" + inner + "</object>";
    }

    private static String box(Object left, Object top, Object right, Object bottom) {
        return "<bndbox><xmin>%s</xmin><ymin>%s</ymin><xmax>%s</xmax><ymax>%s</ymax></bndbox>"
                .formatted(left, top, right, bottom);
    }

    private static List<Entry> read(Pictures pictures, String... files) throws IOException {
        return Sets.read(Format.VOC, Sets.ontology(Tool.BOX, false), Sets.zip(files), pictures);
    }

    private static List<Entry> alone(String content) throws IOException {
        return read(Sets.uploads("a.jpg", 100, 80), "Annotations/a.xml", content);
    }

    private static String reason(List<Entry> entries) {
        return ((Entry.Bad) entries.getLast()).reason();
    }

    private static List<Box> boxes(List<Entry> entries) {
        Labelled labelled = ((Entry.Row) entries.getLast()).labelled();
        return ((Answer.Boxes) labelled.answer()).boxes();
    }

    @Test
    void eachFileIsOfThePictureInItsOwnFolder() throws IOException {
        String one = file("<filename>0001.jpg</filename>", object(box(1, 1, 20, 20)));

        List<Labelled> rows =
                Sets.rows(
                        read(
                                CAMS,
                                "Annotations/cam2/0001.xml",
                                one,
                                "Annotations/cam1/0001.xml",
                                one));

        assertThat(rows)
                .extracting(Labelled::externalId, Labelled::ref, Labelled::width)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "cam1/0001.jpg", "picture:cam1/0001.jpg", 160),
                        org.assertj.core.groups.Tuple.tuple(
                                "cam2/0001.jpg", "picture:cam2/0001.jpg", 200));
    }

    @Test
    void aFileOutsideOfAnyFolderIsAmbiguousAndTheCandidatesAreNamed() throws IOException {
        assertThat(reason(read(CAMS, "0001.xml", file("<filename>0001.jpg</filename>"))))
                .isEqualTo(
                        "picture: 0001 (expected: a path that is one upload's, it may be any of"
                                + " cam1/0001.jpg, cam2/0001.jpg)");
    }

    @Test
    void theFolderThatIsWrittenInItTellsWhichOfSeveral() throws IOException {
        String told = file("<folder>cam2</folder><filename>0001.jpg</filename>");

        assertThat(Sets.rows(read(CAMS, "0001.xml", told)))
                .extracting(Labelled::ref)
                .containsExactly("picture:cam2/0001.jpg");
    }

    @Test
    void aPictureOfAnotherFolderIsNeverTaken() throws IOException {
        String one = file("<filename>0001.jpg</filename>", object(box(1, 1, 20, 20)));
        Pictures cam2 = Sets.uploads("cam2/0001.jpg", 200, 150);

        assertThat(reason(read(cam2, "Annotations/cam1/0001.xml", one)))
                .isEqualTo(
                        "picture: Annotations/cam1/0001 (expected: one that you uploaded, of that"
                                + " name there is only cam2/0001.jpg)");
    }

    @Test
    void theFilesOwnNameCountsMoreThanTheOneWithinAndThatIsTold() throws IOException {
        Pictures both = Sets.uploads("a.jpg", 100, 80, "b.jpg", 100, 80);

        List<Entry> entries = read(both, "a.xml", file("<filename>b.jpg</filename>"));

        assertThat(entries.getFirst())
                .isEqualTo(
                        new Entry.Note(
                                "a.xml",
                                "a.jpg",
                                false,
                                "filename: b.jpg (taken: a, as the file is called)"));
        assertThat(Sets.rows(entries)).extracting(Labelled::ref).containsExactly("picture:a.jpg");
    }

    @Test
    void namesHaveNoEndingOrAnotherOneOrTwo() throws IOException {
        Pictures uploads = Sets.uploads("2008_01.jpg", 9, 9, "b.png", 9, 9, "c.jpg", 9, 9);

        List<Labelled> rows =
                Sets.rows(
                        read(
                                uploads,
                                "2008_01.xml",
                                file("<filename>2008_01</filename>"),
                                "b.xml",
                                file("<filename>b.jpg</filename>"),
                                "c.jpg.xml",
                                file("<segmented>0</segmented>")));

        assertThat(rows)
                .extracting(Labelled::ref)
                .containsExactly("picture:2008_01.jpg", "picture:b.png", "picture:c.jpg");
    }

    @Test
    void junkOfSystemsIsNoEntryAndAWrappingFolderDoesNotCount() throws IOException {
        String one = file("<filename>a.jpg</filename>");

        List<Entry> entries =
                read(
                        Sets.uploads("a.jpg", 9, 9),
                        "set/Annotations/a.xml",
                        one,
                        "set/Annotations/._a.xml",
                        "junk",
                        "set/__MACOSX/a.xml",
                        "junk",
                        "set/@eaDir/a.xml",
                        "junk",
                        "set/Thumbs.db",
                        "junk",
                        ".DS_Store",
                        "junk");

        assertThat(Sets.rows(entries)).hasSize(1);
    }

    @Test
    void foldersAreWrittenWithBackslashesToo() throws IOException {
        String one = file("<filename>0001.jpg</filename>");

        assertThat(Sets.rows(read(CAMS, "Annotations\\cam1\\0001.xml", one)))
                .extracting(Labelled::ref)
                .containsExactly("picture:cam1/0001.jpg");
    }

    @Test
    void severalBoxesOfOneObjectAreAllTakenAndThatIsTold() throws IOException {
        List<Entry> entries = alone(file("", object(box(1, 1, 9, 9) + box(20, 20, 30, 40))));

        assertThat(boxes(entries))
                .containsExactly(new Box("car", 1, 1, 8, 8), new Box("car", 20, 20, 10, 20));
        assertThat(entries.getFirst())
                .isEqualTo(
                        new Entry.Note(
                                "Annotations/a.xml",
                                "a.jpg",
                                false,
                                "object[0] bndbox: 2 (taken: each as a box of its own)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<name>car</name><name>sign-2</name>|name: 2 of them (expected: one)",
                "<name>car</name><bndbox><xmin>1</xmin><xmin>2</xmin></bndbox>"
                        + "|xmin: 2 of them (expected: one)",
                "<name>car</name>|bndbox: missing (expected: one)",
                "<name>car</name><polygon><x1>1</x1></polygon>"
                        + "|bndbox: missing (expected: one, other shapes are not read from VOC)",
                "<name>cow</name>|class: cow (expected: one of the project's)",
                "<name>car</name><bndbox><xmin>1,5</xmin></bndbox>|xmin: 1,5 (expected: a number)",
                "<name>car</name><bndbox><xmin>NaN</xmin></bndbox>|xmin: NaN (expected: a number)",
                "<name>car</name><bndbox><xmin>1</xmin></bndbox>|ymin: null (expected: a number)"
            })
    void anObjectThatCannotBeReadIsNamed(String inner, String why) throws IOException {
        String object = "<object>" + inner + "</object>";

        assertThat(reason(alone(file("", object(box(1, 1, 9, 9)), object))))
                .isEqualTo("object[1] " + why);
    }

    @Test
    void repeatedHeadsAreRefused() throws IOException {
        String size = "<size><width>100</width><height>80</height></size>";

        assertThat(reason(alone(file(size + size)))).isEqualTo("size: 2 of them (expected: one)");
        assertThat(reason(alone(file("<filename>a</filename><filename>b</filename>"))))
                .isEqualTo("filename: 2 of them (expected: one)");
    }

    @Test
    void partsAreToldOrAreObjectsOfTheirClassAndNeverTheWhole() throws IOException {
        String head = "<part><name>head</name>" + box(2, 2, 4, 4) + "</part>";
        String sign = "<part><name>A sign</name>" + box(3, 3, 5, 5) + "</part>";

        List<Entry> entries = alone(file("", object(head + sign + box(1, 1, 9, 9))));

        assertThat(boxes(entries))
                .containsExactly(new Box("car", 1, 1, 8, 8), new Box("sign-2", 3, 3, 2, 2));
        assertThat(((Entry.Note) entries.getFirst()).text())
                .isEqualTo(
                        "object[0]: 1 parts passed over, as the project has no such class: head");
    }

    @Test
    void swappedCornersAreTheSameBoxAndDecimalsStay() throws IOException {
        assertThat(boxes(alone(file("", object(box(9.5, 8, 1.25, 2))))))
                .containsExactly(new Box("car", 1.25, 2, 8.25, 6));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "'', ''", "0.0, 0", "100, 80", "100.0, 80"})
    void theUploadsSizeCountsWhereNoneIsTold(String width, String height) throws IOException {
        String size = "<size><width>" + width + "</width><height>" + height + "</height></size>";

        Labelled row = Sets.rows(alone(file(size))).getFirst();

        assertThat(row.width()).isEqualTo(100);
        assertThat(row.height()).isEqualTo(80);
    }

    @Test
    void anotherSizeThanTheUploadsIsRefused() throws IOException {
        String size = "<size><width>80</width><height>100</height></size>";

        assertThat(reason(alone(file(size)))).isEqualTo("width: 80 (expected: 100, as uploaded)");
    }

    @Test
    void noObjectIsAnEmptyPictureButNoContentIsNone() throws IOException {
        assertThat(boxes(alone(file("<segmented>0</segmented>")))).isEmpty();
        assertThat(reason(alone("<annotation></annotation>")))
                .isEqualTo("annotation: empty (expected: a picture's)");
        assertThat(reason(alone(file("<objects>" + object(box(1, 1, 2, 2)) + "</objects>"))))
                .isEqualTo("object: within <objects> (expected: directly under <annotation>)");
    }

    @Test
    void encodingsAreReadAndOthersNamed() throws IOException {
        byte[] utf16 =
                ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + file("<filename>a.jpg</filename>"))
                        .getBytes(StandardCharsets.UTF_16);
        byte[] marked =
                ("\uFEFF" + file("<filename>a.jpg</filename>\r\n"))
                        .getBytes(StandardCharsets.UTF_8);
        byte[] latin =
                file("<filename>\u00e9.jpg</filename>").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Sets.rows(Sets.read(Format.VOC, Sets.ontology(Tool.BOX, false), utf16)))
                .hasSize(1);
        assertThat(Sets.rows(Sets.read(Format.VOC, Sets.ontology(Tool.BOX, false), marked)))
                .hasSize(1);
        assertThat(reason(Sets.read(Format.VOC, Sets.ontology(Tool.BOX, false), latin)))
                .isEqualTo("XML: bytes that are no characters of its encoding");
    }

    @Test
    void anArchiveWithoutAnyIsUnusable() {
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> read(CAMS, "a.txt", "x"))
                .withMessage("ZIP: no file *.xml in it (expected: one)");
    }
}
