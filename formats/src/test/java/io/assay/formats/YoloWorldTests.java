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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** YOLO as it is found. */
class YoloWorldTests {

    private static final Pictures A = Sets.uploads("a.jpg", 100, 100);
    private static final String NAMES = "names: [car, sign-2]\n";

    private static List<Entry> read(Tool tool, boolean turns, Pictures pictures, String... files)
            throws IOException {
        return Sets.read(Format.YOLO, Sets.ontology(tool, turns), Sets.zip(files), pictures);
    }

    private static List<Entry> label(Tool tool, boolean turns, String yaml, String text)
            throws IOException {
        return read(tool, turns, A, "labels/a.txt", text, "data.yaml", yaml);
    }

    private static List<Entry> label(String yaml, String text) throws IOException {
        return label(Tool.BOX, false, yaml, text);
    }

    private static String reason(List<Entry> entries) {
        return ((Entry.Bad) entries.getLast()).reason();
    }

    private static Answer answer(List<Entry> entries) {
        return ((Entry.Row) entries.getLast()).labelled().answer();
    }

    private static String classOf(List<Entry> entries) {
        return ((Answer.Boxes) answer(entries)).boxes().getFirst().classId();
    }

    private static List<Entry.Note> notes(List<Entry> entries) {
        return entries.stream()
                .flatMap(e -> e instanceof Entry.Note note ? Stream.of(note) : Stream.empty())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "names: [car, 'sign-2', \"no\"]  # order\n",
                "path: ../x\ntrain: ./images\nvalid: ./images\nnames:\n- car\n- sign-2\nnc: 2\n",
                "names:\n  0: car\n  1: sign-2\n\ndownload: |\n  names: not these\n",
                "names: {0: car, 1: sign-2, 5: car}\n",
                "names: {'0': car, '1': A sign}\n",
                "\uFEFFnc: 9\r\nnames: [car, sign-2]\r\n"
            })
    void namesComeInAllForms(String yaml) throws IOException {
        assertThat(classOf(label(yaml, "1 .5 .5 .2 .2"))).isEqualTo("sign-2");
    }

    @Test
    void numbersWithoutANameAreRefused() throws IOException {
        String gap = "names: {0: car, 5: sign-2}\n";

        assertThat(classOf(label(gap, "5 .5 .5 .2 .2"))).isEqualTo("sign-2");
        assertThat(reason(label(gap, "3 .5 .5 .2 .2")))
                .isEqualTo("line 1 class: 3 (expected: a number that the classes' names have)");
    }

    @Test
    void namesThatLookLikeOtherThingsAreNames() throws IOException {
        assertThat(reason(label("names: [no, car]", "0 .5 .5 .2 .2")))
                .isEqualTo("line 1 class: no (expected: one of the project's)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nc: 3\n", "names: null\n", "names: classes\n", "{}", ""})
    void withoutNamesTheClassesAreUnknown(String yaml) {
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> label(yaml, ""))
                .withMessageStartingWith("classes: unknown (expected: names in data.yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "names: {car: 0}",
                "names: {0: car, 0: sign-2}",
                "names: {0: [car]}",
                "names: [car",
                "names: [car]\nkpt_shape: [2, 7]"
            })
    void aYamlThatCannotBeMeantIsTold(String yaml) {
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> label(yaml, ""))
                .withMessageStartingWith("data.yaml ")
                .withMessageContaining("(expected: ")
                .withMessageNotContaining("java")
                .withMessageNotContaining("snake");
    }

    @Test
    void aTrainersYamlDoesNotNameClasses() throws IOException {
        List<Entry> entries =
                read(
                        Tool.BOX,
                        false,
                        A,
                        "data.yaml",
                        NAMES,
                        "labels/a.txt",
                        "1 .5 .5 .2 .2",
                        "runs/args.yaml",
                        "task: detect\nnames: null\n",
                        "zz.yaml",
                        "names: [sign-2, car]");

        assertThat(classOf(entries)).isEqualTo("sign-2");
        assertThat(notes(entries))
                .extracting(Entry.Note::text)
                .containsExactly("zz.yaml: names other classes (taken: those of data.yaml)");
    }

    @Test
    void filesThatNameClassesDifferentlyAreRefused() {
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(
                        () ->
                                read(
                                        Tool.BOX,
                                        false,
                                        A,
                                        "data.yaml",
                                        NAMES,
                                        "classes.txt",
                                        "sign-2\ncar"))
                .withMessage(
                        "classes: classes.txt and data.yaml name them differently (expected: one file"
                                + " that does)");
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(
                        () ->
                                read(
                                        Tool.BOX,
                                        false,
                                        A,
                                        "x.yaml",
                                        NAMES,
                                        "y.yaml",
                                        "names: [sign-2, car]"));
    }

    @Test
    void aBlankLineInAListHasANumberToo() throws IOException {
        String list = "\uFEFFcar\r\n\r\nsign-2\r\n\r\n";

        assertThat(classOf(read(Tool.BOX, false, A, "classes.txt", list, "a.txt", "2 .5 .5 .2 .2")))
                .isEqualTo("sign-2");
        assertThat(reason(read(Tool.BOX, false, A, "classes.txt", list, "a.txt", "1 .5 .5 .2 .2")))
                .startsWith("line 1 class: 1 (expected:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 0.5 0.5 0.2 0.2\r\n",
                "\n1 0.5 0.5 0.2 0.2\n\n   \n",
                "1\t0.5\t0.5\t0.2\t0.2",
                "1 5e-1 5E-1 2.0e-01 .2",
                "1.0 0.5 0.5 0.2 0.2",
                "\uFEFF1 0.5 0.5 0.2 0.2 "
            })
    void linesComeInAllForms(String text) throws IOException {
        assertThat(answer(label(NAMES, text)))
                .isEqualTo(new Answer.Boxes(List.of(new Box("sign-2", 40, 40, 20, 20))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1, 0.5, 0.5, 0.2, 0.2|line 1 class: 1, (expected: a number)",
                "1 0,5 0.5 0.2 0.2|line 1 number: 0,5 (expected: a number)",
                "7 0.5 0.5 0.2 0.2"
                        + "|line 1 class: 7 (expected: a number that the classes' names have)",
                "0.5 0.5 0.5 0.2 0.2"
                        + "|line 1 class: 0.5 (expected: a number that the classes' names have)",
                "-1 0.5 0.5 0.2 0.2"
                        + "|line 1 class: -1 (expected: a number that the classes' names have)",
                "1 0.5 0.5 0.2|line 1 numbers: 3 (expected: 4)",
                "1 0.5 0.5 0.2 0.2 0.2 0.2|line 1 numbers: 6 (expected: 4)",
                "1 1.2 0.5 0.2 0.2|line 1 number 1: 1.2 (expected: 0 to 1, a share of the picture)",
                "1 50 40 20 20|line 1 number 1: 50 (expected: 0 to 1, a share of the picture)",
                "1 0.5 -0.1 0.2 0.2"
                        + "|line 1 number 2: -0.1 (expected: 0 to 1, a share of the picture)",
                "1 nan 0.5 0.2 0.2|line 1 number: nan (expected: a number)",
                "dog 0.5 0.5 0.2 0.2|line 1 class: dog (expected: a number)"
            })
    void aLineThatCannotBeMeantIsTold(String text, String why) throws IOException {
        assertThat(reason(label(NAMES, text))).isEqualTo(why);
        assertThat(label(NAMES, text).getLast().place()).isEqualTo("labels/a.txt");
    }

    @Test
    void otherEncodingsAreNamed() throws IOException {
        assertThat(reason(label(NAMES, "1\0 \0.\0")))
                .isEqualTo("encoding: UTF-16 (expected: UTF-8)");
    }

    @Test
    void aSixthNumberIsPassedOverAndMakesNoGold() throws IOException {
        List<Entry> entries = label(NAMES, "1 0.5 0.5 0.2 0.2 0.87\n0 0.5 0.5 0.2 0.2 0.4");

        assertThat(((Answer.Boxes) answer(entries)).boxes()).hasSize(2);
        assertThat(notes(entries)).singleElement().matches(Entry.Note::spoilsGold);
    }

    @Test
    void anEmptyTextSaysThatNothingIsThereAndNoTextSaysNothing() throws IOException {
        Pictures both = Sets.uploads("a.jpg", 9, 9, "b.jpg", 9, 9);

        List<Entry> entries =
                read(
                        Tool.BOX,
                        false,
                        both,
                        "data.yaml",
                        NAMES,
                        "images/a.jpg",
                        "",
                        "labels/a.txt",
                        " \n",
                        "images/b.jpg",
                        "");

        assertThat(Sets.rows(entries))
                .extracting(Labelled::answer)
                .containsExactly(new Answer.Boxes(List.of()), null);
        assertThat(notes(entries)).singleElement().matches(Entry.Note::spoilsGold);
    }

    @Test
    void twoTextsOfOnePictureAreRefused() throws IOException {
        assertThat(
                        reason(
                                read(
                                        Tool.BOX,
                                        false,
                                        A,
                                        "data.yaml",
                                        NAMES,
                                        "labels/a.txt",
                                        "",
                                        "images/a.txt",
                                        "0 .5 .5 .1 .1")))
                .isEqualTo("labels: [labels/a.txt, images/a.txt] (expected: one text a picture)");
    }

    @Test
    void labelsAreOfThePictureInTheirOwnFolder() throws IOException {
        List<Labelled> rows =
                Sets.rows(
                        read(
                                Tool.BOX,
                                false,
                                Sets.uploads("cam1/0001.jpg", 160, 120, "cam2/0001.jpg", 200, 150),
                                "data.yaml",
                                NAMES,
                                "labels/train/cam2/0001.txt",
                                "0 .5 .5 .5 .5",
                                "labels/train/cam1/0001.txt",
                                "0 .5 .5 .5 .5"));

        assertThat(rows)
                .extracting(Labelled::ref)
                .containsExactly("picture:cam1/0001.jpg", "picture:cam2/0001.jpg");
        assertThat(rows.getFirst().answer())
                .isEqualTo(new Answer.Boxes(List.of(new Box("car", 40, 30, 80, 60))));
    }

    @Test
    void labelsOfAnotherFoldersPictureAreRefused() throws IOException {
        assertThat(
                        reason(
                                read(
                                        Tool.BOX,
                                        false,
                                        Sets.uploads("cam2/0001.jpg", 9, 9),
                                        "data.yaml",
                                        NAMES,
                                        "labels/cam1/0001.txt",
                                        "0 .5 .5 .5 .5")))
                .contains("of that name there is only cam2/0001.jpg");
    }

    @Test
    void roboflowsLayoutWithAllThatIsBeside() throws IOException {
        String copy = "photo1_jpg.rf.0a1b2c3d4e5f60718293a4b5c6d7e8f9";

        List<Entry> entries =
                read(
                        Tool.BOX,
                        false,
                        Sets.uploads("photo1.jpg", 128, 96),
                        "pets/data.yaml",
                        "train: ../train/images\nnc: 2\nnames: ['car', 'sign-2']\nroboflow:\n  version: 3\n",
                        "__MACOSX/pets/._data.yaml",
                        "junk",
                        "pets/README.dataset.txt",
                        "# pets",
                        "pets/README.roboflow.txt",
                        "pets",
                        "pets/train/images/" + copy + ".jpg",
                        "",
                        "pets/train/labels/" + copy + ".txt",
                        "0 0.25 0.25 0.25 0.25",
                        "pets/train/labels/._" + copy + ".txt",
                        "junk",
                        "pets/train/labels.cache",
                        "junk",
                        "pets/train.txt",
                        "./train/images/a.jpg\n");

        assertThat(Sets.rows(entries)).hasSize(1);
        assertThat(answer(entries))
                .isEqualTo(new Answer.Boxes(List.of(new Box("car", 16, 12, 32, 24))));
        assertThat(notes(entries))
                .extracting(Entry.Note::text)
                .containsExactly("a copy that Roboflow made (taken: photo1.jpg)");
    }

    @Test
    void ofSeveralCopiesNoneIsTakenForTheirOriginal() throws IOException {
        List<Entry> entries =
                read(
                        Tool.BOX,
                        false,
                        Sets.uploads("photo1.jpg", 128, 96),
                        "data.yaml",
                        NAMES,
                        "labels/photo1_jpg.rf.0a1b2c3d4e.txt",
                        "0 .2 .2 .1 .1",
                        "labels/photo1_jpg.rf.1a1b2c3d4e.txt",
                        "0 .8 .2 .1 .1");

        assertThat(entries).hasSize(2).allMatch(Entry.Bad.class::isInstance);
    }

    @Test
    void cornersIntoTheProjectsKind() throws IOException {
        String turned = "0 0.6 0.2 0.6 0.6 0.4 0.6 0.4 0.2";
        String skew = "0 .1 .1 .9 .2 .5 .8 .1 .5";

        assertThat(answer(label(Tool.BOX, true, NAMES, turned))).isInstanceOf(Answer.Boxes.class);
        assertThat(reason(label(Tool.BOX, true, NAMES, skew))).contains("those of a rectangle");
        assertThat(((Answer.Polygons) answer(label(Tool.POLYGON, false, NAMES, skew))).polygons())
                .singleElement()
                .satisfies(outline -> assertThat(outline.points()).hasSize(4));
        List<Entry> hull = label(Tool.BOX, false, NAMES, skew);
        assertThat(answer(hull))
                .isEqualTo(new Answer.Boxes(List.of(new Box("car", 10, 10, 80, 70))));
        assertThat(notes(hull)).hasSize(1);
    }

    @Test
    void outlinesAreOpenedAndBoxesAmongThemTold() throws IOException {
        List<Entry> closed = label(Tool.POLYGON, false, NAMES, "0 .1 .1 .9 .1 .9 .1 .5 .8 .1 .1");
        List<Entry> box = label(Tool.POLYGON, false, NAMES, "0 .5 .5 .2 .2");

        assertThat(((Answer.Polygons) answer(closed)).polygons().getFirst().points()).hasSize(3);
        assertThat(((Answer.Polygons) answer(box)).polygons().getFirst().points()).hasSize(4);
        assertThat(notes(box)).singleElement().matches(Entry.Note::spoilsGold);
        assertThat(reason(label(Tool.POLYGON, false, NAMES, "0 .1 .1 .9 .1 .5 .8 .3")))
                .isEqualTo("line 1 numbers: 7 (expected: an even number from 6)");
        assertThat(reason(label(Tool.POLYGON, false, NAMES, "0 .1 .1 .9 .1 .1 .1")))
                .isEqualTo("line 1 outline: 2 points (expected: an outline of 3 or more)");
    }

    @Test
    void posesHaveAsManyNumbersAsIsSaid() throws IOException {
        String yaml = NAMES + "kpt_shape: [3, 3]\n";
        String three = "0 .5 .5 1 1 .1 .1 2 .2 .2 1 0 0 0";

        assertThat(answer(label(Tool.KEYPOINTS, false, yaml, three)))
                .isInstanceOf(Answer.Keypoints.class);
        assertThat(reason(label(Tool.KEYPOINTS, false, yaml, "0 .5 .5 1 1 .1 .1 2 .2 .2 1")))
                .isEqualTo(
                        "line 1 numbers: 10 (expected: 13: 4 for the box and 3 for each of 3 points)");
        assertThat(reason(label(Tool.KEYPOINTS, false, yaml, "0 .5 .5 1 1 .1 .1 .2 .2 .3 .3")))
                .contains("expected: 13: 4 for the box");
        assertThat(reason(label(Tool.KEYPOINTS, false, NAMES + "kpt_shape: [2, 3]", three)))
                .contains("expected: 13: 4 for the box");
        List<Entry> boxes = label(Tool.BOX, false, yaml, three);
        assertThat(((Answer.Boxes) answer(boxes)).boxes()).hasSize(1);
        assertThat(notes(boxes)).hasSize(1);
    }

    @Test
    void anArchiveWithoutLabelsAndPicturesIsUnusable() {
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> read(Tool.BOX, false, A, "data.yaml", NAMES, "README.md", "x"))
                .withMessage("YOLO: no label file in the ZIP (expected: one at least)");
    }
}
