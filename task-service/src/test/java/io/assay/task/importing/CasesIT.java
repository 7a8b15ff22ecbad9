package io.assay.task.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.assay.task.Api;
import io.assay.task.ServiceTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Files made after public bug reports, where they are at hand: in {@code ../shared/cases} beside
 * the project, or where {@code -Dassay.cases=} says. {@link ForeignFilesIT} and the tests of the
 * formats hold the same with files of their own.
 */
class CasesIT extends ServiceTest {

    private static final Path CASES =
            Path.of(System.getProperty("assay.cases", "../../shared/cases"));

    private ForeignImports imports;

    @BeforeEach
    void start() {
        imports = new ForeignImports(api, Api.requester("r" + UUID.randomUUID()));
    }

    private static Path folder(String name) {
        Path folder = CASES.resolve(name);
        assumeTrue(Files.isDirectory(folder), "the cases are not at hand");
        return folder;
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private ForeignImports.Outcome run(Path folder, String project, String query, String file)
            throws IOException {
        String pictures = "c" + folder.getFileName().toString().substring(0, 2);
        Path zip = folder.resolve("pictures.zip");
        if (Files.exists(zip)) {
            imports.upload(pictures, Files.readAllBytes(zip));
        }
        ForeignImports.Outcome outcome =
                imports.run(
                        text(folder.resolve(project)),
                        query + "&pictures=" + pictures + "/",
                        Files.readAllBytes(folder.resolve(file)));
        System.out.println(
                "CASE " + folder.getFileName() + " " + file + " " + project + ": " + outcome);
        return outcome;
    }

    @Test
    void sameNameInFolders() throws IOException {
        Path folder = folder("02-same-name-in-folders");
        for (String[] of :
                List.of(
                        new String[] {"voc", "voc.zip"},
                        new String[] {"yolo", "yolo.zip"},
                        new String[] {"coco", "coco.json"})) {
            ForeignImports.Outcome outcome =
                    run(folder, "project.json", "format=" + of[0] + "&as=prelabel", of[1]);

            assertThat(outcome.reasons()).as(of[0]).isEmpty();
            assertThat(outcome.boxes("cam1/0001.jpg")).containsExactly("block 10 10 40 30");
            assertThat(outcome.boxes("cam2/0001.jpg")).containsExactly("block 120 90 60 40");
            assertThat(outcome.boxes("cam2/0002.jpg")).containsExactly("block 5 5 20 20");
            assertThat(outcome.media().get("cam2/0001.jpg").path("width").asInt()).isEqualTo(200);
        }
    }

    @Test
    void macAndRoboflow() throws IOException {
        Path folder = folder("04-mac-and-roboflow-zip");
        imports.upload("c04", Files.readAllBytes(folder.resolve("pictures-mac.zip")));

        ForeignImports.Outcome yolo =
                run(folder, "project.json", "format=yolo", "yolo-roboflow-mac.zip");
        ForeignImports.Outcome voc = run(folder, "project.json", "format=voc", "voc-mac.zip");

        for (ForeignImports.Outcome outcome : List.of(yolo, voc)) {
            assertThat(outcome.reasons()).isEmpty();
            assertThat(outcome.boxes("photo1.jpg")).containsExactly("cat 16 12 32 24");
            assertThat(outcome.boxes("photo2.jpg")).containsExactly("dog 64 48 32 24");
        }
    }

    @Test
    void vocOfManyBoxes() throws IOException {
        Path folder = folder("05-voc-one-object-many-boxes");

        ForeignImports.Outcome outcome =
                run(folder, "project.json", "format=voc&as=gold", "voc.zip");

        assertThat(outcome.boxes("many-bndbox.jpg"))
                .containsExactly("car 10 20 60 40", "car 110 30 50 50", "car 200 120 90 70");
        assertThat(outcome.boxes("person-parts.jpg")).containsExactly("person 80 10 110 185");
        assertThat(outcome.boxes("control.jpg")).containsExactly("car 5 5 45 40");
        assertThat(outcome.reasons())
                .containsOnlyKeys("class-only.jpg")
                .hasEntrySatisfying(
                        "class-only.jpg", why -> assertThat(why).contains("object[0] bndbox"));
        assertThat(outcome.notes()).hasSize(2);
    }

    @Test
    void cocoPartsAndRings() throws IOException {
        Path folder = folder("06-coco-parts-and-rings");

        ForeignImports.Outcome polygons = run(folder, "project.json", "format=coco", "coco.json");
        ForeignImports.Outcome boxes = run(folder, "project-box.json", "format=coco", "coco.json");
        ForeignImports.Outcome masks = run(folder, "project-mask.json", "format=coco", "coco.json");

        for (String name : List.of("plain.jpg", "closed-ring.jpg", "doubled-point.jpg")) {
            assertThat(polygons.answers().get(name).at("/polygons/0/points")).hasSize(4);
        }
        assertThat(polygons.reasons())
                .containsOnlyKeys(
                        "two-parts.jpg", "ring-in-ring.jpg", "bow-tie.jpg", "two-points.jpg");
        assertThat(boxes.answers()).hasSize(7);
        assertThat(boxes.boxes("bow-tie.jpg")).containsExactly("bottle 40 30 100 70");
        assertThat(pixels(masks.answers().get("two-parts.jpg"))).isEqualTo(4200);
        assertThat(pixels(masks.answers().get("plain.jpg"))).isEqualTo(7000);
        assertThat(masks.reasons()).containsKeys("ring-in-ring.jpg", "two-points.jpg");
    }

    private static long pixels(JsonNode answer) {
        long inside = 0;
        JsonNode counts = answer.at("/masks/0/counts");
        for (int i = 1; i < counts.size(); i += 2) {
            inside += counts.get(i).asLong();
        }
        return inside;
    }

    @Test
    void cocoRunsAndCrowds() throws IOException {
        Path folder = folder("16-coco-runs-and-crowds");

        ForeignImports.Outcome masks = run(folder, "project.json", "format=coco", "coco.json");
        ForeignImports.Outcome gold =
                run(folder, "project-box.json", "format=coco&as=gold", "coco-crowd-boxes.json");

        assertThat(pixels(masks.answers().get("list.jpg"))).isEqualTo(279);
        assertThat(masks.answers().get("packed.jpg")).isEqualTo(masks.answers().get("list.jpg"));
        assertThat(masks.reasons())
                .containsOnlyKeys(
                        "other-size.jpg",
                        "swapped.jpg",
                        "short.jpg",
                        "bytes-text.jpg",
                        "empty.jpg");
        assertThat(masks.notes()).hasSize(1);
        assertThat(gold.reasons().get("street.jpg")).contains("no gold: areas of many objects");
    }

    @Test
    void yoloYamlAndLines() throws IOException {
        Path folder = folder("18-yolo-yaml-and-lines");
        for (String zip :
                List.of(
                        "yaml-list.zip",
                        "yaml-block.zip",
                        "yaml-map.zip",
                        "two-yamls.zip",
                        "classes-txt.zip")) {
            ForeignImports.Outcome outcome = run(folder, "project.json", "format=yolo", zip);
            assertThat(outcome.boxes("shot.2024.05.17.jpg"))
                    .as(zip)
                    .containsExactly("dog 16 12 32 24");
        }
        assertThat(
                        run(folder, "project.json", "format=yolo", "yaml-map-gap.zip")
                                .boxes("shot.2024.05.17.jpg"))
                .containsExactly("dog 16 12 32 24", "bird 60 50 20 20");
        assertThat(run(folder, "project.json", "format=yolo", "yaml-nc-only.zip").job().text())
                .contains("classes: unknown");
        ForeignImports.Outcome lines = run(folder, "project.json", "format=yolo", "lines.zip");
        for (String name :
                List.of(
                        "blank-lines",
                        "tabs",
                        "exponent",
                        "class-as-float",
                        "no-final-newline",
                        "bom",
                        "six-values")) {
            assertThat(lines.boxes(name + ".jpg")).as(name).containsExactly("dog 16 12 32 24");
        }
        assertThat(lines.boxes("crlf.jpg")).containsExactly("dog 16 12 32 24", "bird 16 12 32 24");
        assertThat(lines.boxes("empty-file.jpg")).isEmpty();
        assertThat(lines.answers().get("empty-file.jpg").isObject()).isTrue();
        assertThat(lines.answers().get("no-label-file.jpg").isObject()).isFalse();
        assertThat(lines.reasons().values())
                .hasSize(4)
                .allMatch(why -> why.matches("labels/train/[a-z-]+\\.txt: line [12] .*"));
    }

    @Test
    void yoloPoseObbAndSegments() throws IOException {
        Path folder = folder("19-yolo-pose-obb-segments-mixed");

        ForeignImports.Outcome pose =
                run(folder, "project-keypoints.json", "format=yolo", "pose.zip");
        ForeignImports.Outcome flat =
                run(folder, "project-keypoints.json", "format=yolo", "pose-2d.zip");
        ForeignImports.Outcome turned = run(folder, "project-box.json", "format=yolo", "obb.zip");
        ForeignImports.Outcome outlines =
                run(folder, "project-polygon.json", "format=yolo", "obb.zip");
        ForeignImports.Outcome mixed =
                run(folder, "project-polygon.json", "format=yolo", "segment-mixed.zip");
        ForeignImports.Outcome mixedBoxes =
                run(folder, "project-box.json", "format=yolo", "segment-mixed.zip");

        assertThat(pose.answers()).containsOnlyKeys("right.jpg", "absent.jpg");
        assertThat(pose.reasons()).hasSize(2);
        assertThat(flat.answers()).containsOnlyKeys("flat.jpg");
        assertThat(turned.answers()).containsOnlyKeys("turned.jpg");
        assertThat(turned.answers().get("turned.jpg").at("/boxes/0/rotation").asDouble())
                .isBetween(29.9, 30.1);
        assertThat(outlines.answers()).hasSize(2);
        assertThat(mixed.answers()).containsOnlyKeys("outline.jpg", "box-among.jpg");
        assertThat(mixed.notes()).hasSize(1);
        assertThat(mixedBoxes.created()).isZero();
    }
}
