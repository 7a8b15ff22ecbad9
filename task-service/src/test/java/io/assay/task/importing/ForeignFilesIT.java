package io.assay.task.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.task.Api;
import io.assay.task.ServiceTest;
import io.assay.task.picture.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of other tools find their uploaded pictures, or say why not. */
class ForeignFilesIT extends ServiceTest {

    private static final String PROJECT = ForeignImports.project("box", "block", "dog");
    private static final String VOC =
            "<annotation><filename>0001.jpg</filename><object><name>block</name><bndbox>"
                    + "<xmin>%d</xmin><ymin>10</ymin><xmax>50</xmax><ymax>40</ymax></bndbox></object>"
                    + "</annotation>";

    private ForeignImports imports;

    @BeforeEach
    void upload() throws IOException {
        imports = new ForeignImports(api, Api.requester("r" + UUID.randomUUID()));
        imports.upload(
                "up",
                ForeignImports.zip(
                        "cam1/0001.png",
                        Samples.png(160, 120, 1),
                        "cam2/0001.png",
                        Samples.png(200, 150, 2),
                        "cam2/0 2.png",
                        Samples.png(200, 150, 3)));
    }

    @Test
    void yoloTakesTheSizeOfTheUploadInTheSameFolder() throws IOException {
        ForeignImports.Outcome outcome =
                imports.run(
                        PROJECT,
                        "format=yolo&pictures=up/",
                        ForeignImports.zip(
                                "data.yaml",
                                "names: [block, dog]",
                                "labels/train/cam1/0001.txt",
                                "0 0.5 0.5 0.5 0.5",
                                "labels/train/cam2/0001.txt",
                                "1 0.5 0.5 0.5 0.5",
                                "images/train/cam2/0 2.png",
                                ""));

        assertThat(outcome.boxes("cam1/0001.png")).containsExactly("block 40 30 80 60");
        assertThat(outcome.boxes("cam2/0001.png")).containsExactly("dog 50 38 100 75");
        assertThat(outcome.answers().get("cam2/0 2.png").isObject()).isFalse();
        assertThat(outcome.reasons()).isEmpty();
        assertThat(outcome.notes())
                .singleElement()
                .asString()
                .startsWith("images/train/cam2/0 2.png: no label file");
        assertThat(outcome.job().json().path("notes").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsNotTheWholeTruthIsNoGold() throws IOException {
        ForeignImports.Outcome outcome =
                imports.run(
                        PROJECT,
                        "format=yolo&as=gold&pictures=up/",
                        ForeignImports.zip(
                                "data.yaml",
                                "names: [block, dog]",
                                "labels/cam1/0001.txt",
                                "0 0.5 0.5 0.5 0.5 0.87",
                                "labels/cam2/0001.txt",
                                ""));

        assertThat(outcome.created()).isEqualTo(1);
        assertThat(outcome.boxes("cam2/0001.png")).isEmpty();
        assertThat(outcome.reasons())
                .containsOnlyKeys("cam1/0001.png")
                .hasEntrySatisfying("cam1/0001.png", why -> assertThat(why).contains("no gold: "));
    }

    @Test
    void vocOfAFolderAndOneThatMayBeOfTwo() throws IOException {
        ForeignImports.Outcome outcome =
                imports.run(
                        PROJECT,
                        "format=voc&pictures=up/",
                        ForeignImports.zip(
                                "Annotations/cam1/0001.xml",
                                VOC.formatted(10),
                                "Annotations/cam2/0001.xml",
                                VOC.formatted(20),
                                "Annotations/cam3/0001.xml",
                                VOC.formatted(30),
                                "0001.xml",
                                VOC.formatted(40)));

        assertThat(outcome.boxes("cam1/0001.png")).containsExactly("block 10 10 40 30");
        assertThat(outcome.boxes("cam2/0001.png")).containsExactly("block 20 10 30 30");
        assertThat(outcome.created()).isEqualTo(2);
        assertThat(outcome.reasons().values())
                .satisfiesExactlyInAnyOrder(
                        why ->
                                assertThat(why)
                                        .contains(
                                                "may be any of up/cam1/0001.png, up/cam2/0001.png"),
                        why -> assertThat(why).contains("of that name there is only"));
    }

    @Test
    void cocoIsClippedAndNamesAreReadAsAddressesHaveThem() {
        ForeignImports.Outcome outcome =
                imports.run(
                        PROJECT,
                        "format=coco&pictures=up/",
                        """
                        {"images":[{"id":1,"file_name":"cam2\\\\0%202.png"},{"id":2,"file_name":"cam1/0001.png"},
                        {"id":3,"file_name":"cam2/0001.png","width":150,"height":200}],
                        "categories":[{"id":0,"name":"block"}],"annotations":[
                        {"image_id":1.0,"category_id":0,"bbox":[-0.4,149,10,1.4]},
                        {"image_id":2,"category_id":0,"bbox":[150,100,11,9]}]}\
                        """
                                .getBytes(StandardCharsets.UTF_8));

        assertThat(outcome.answers().get("cam2/0 2.png").at("/boxes/0/x").asDouble(9)).isZero();
        assertThat(outcome.boxes("cam2/0 2.png")).containsExactly("block 0 149 10 1");
        assertThat(outcome.reasons())
                .containsEntry(
                        "cam1/0001.png",
                        "images[1]: boxes[0] x: 150.0 to 161.0 (expected: within 0 to 160)")
                .containsEntry(
                        "cam2/0001.png", "images[2]: width: 150 (expected: 200, as uploaded)");
    }

    @Test
    void anAddressOnAHostThatIsNotAllowedLeadsToTheUploadInItsFolders() {
        ForeignImports.Outcome outcome =
                imports.run(
                        PROJECT,
                        "format=label-studio&pictures=up/",
                        """
                        [{"data":{"image":"https://far.example.org/shoot/cam2/0001.png"},"annotations":[{"result":[]}]},
                        {"data":{"image":"https://far.example.org/shoot/cam3/0001.png"},"annotations":[{"result":[]}]}]\
                        """
                                .getBytes(StandardCharsets.UTF_8));

        assertThat(outcome.boxes("cam2/0001.png")).isEmpty();
        assertThat(outcome.created()).isEqualTo(1);
        assertThat(outcome.reasons().values())
                .singleElement()
                .asString()
                .contains("far.example.org/shoot/cam3/0001.png (expected: an address on a host")
                .contains("up/cam1/0001.png");
    }

    @Test
    void aZipThatEndsTooEarlyIsRefused() throws IOException {
        byte[] zip = ForeignImports.zip("Annotations/cam1/0001.xml", VOC.formatted(10).repeat(50));

        ForeignImports.Outcome outcome =
                imports.run(PROJECT, "format=voc&pictures=up/", Arrays.copyOf(zip, zip.length / 2));

        assertThat(outcome.job().problem()).isEqualTo("unreadable-import");
        assertThat(outcome.job().text()).contains("ZIP: ends too early");
    }

    @Test
    void aFileWithoutPicturesIsNotDone() {
        ForeignImports.Outcome outcome =
                imports.run(
                        PROJECT,
                        "format=coco&pictures=up/",
                        "{\"images\":[],\"annotations\":[]}".getBytes(StandardCharsets.UTF_8));

        assertThat(outcome.job().problem()).isEqualTo("unreadable-import");
        assertThat(outcome.job().text()).contains("file: no picture in it");
    }
}
