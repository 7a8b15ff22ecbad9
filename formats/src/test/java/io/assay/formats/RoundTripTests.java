package io.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.events.Decider;
import io.assay.events.KeypointInstance;
import io.assay.events.Ontology;
import io.assay.events.Polygon;
import io.assay.events.Tool;
import io.assay.formats.data.Classes;
import io.assay.formats.data.FileNames;
import io.assay.formats.data.Format;
import io.assay.formats.data.Labelled;
import io.assay.formats.data.Loss;
import io.assay.formats.data.Losses;
import io.assay.formats.data.Provenance;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What is exported and imported again is what it was, but for what {@link Losses} tells. */
class RoundTripTests {

    /** A format, a project, and pictures of it. */
    record Case(Format format, Ontology ontology, List<Labelled> rows) {}

    @Provide
    Arbitrary<Case> cases() {
        return Combinators.combine(
                        Arbitraries.of(Format.class),
                        Arbitraries.of(Tool.class),
                        Arbitraries.of(true, false))
                .as((format, tool, turns) -> new Object[] {format, tool, turns})
                .filter(c -> ((Format) c[0]).expresses((Tool) c[1]))
                .flatMap(c -> ofCase((Format) c[0], (Tool) c[1], (Boolean) c[2]));
    }

    private static Arbitrary<Case> ofCase(Format format, Tool tool, boolean turns) {
        // what becomes of a turned box in VOC has a test of its own
        boolean mayTurn = turns && tool == Tool.BOX && format != Format.VOC;
        Ontology ontology = Sets.ontology(tool, mayTurn);
        Arbitrary<Labelled> row =
                Combinators.combine(
                                Arbitraries.integers().between(2, 60),
                                Arbitraries.integers().between(2, 60),
                                externalId())
                        .as((w, h, id) -> new Object[] {w, h, id})
                        .flatMap(
                                size ->
                                        row(
                                                tool,
                                                mayTurn,
                                                (Integer) size[0],
                                                (Integer) size[1],
                                                (String) size[2]));
        return row.list().ofMaxSize(5).map(rows -> new Case(format, ontology, distinct(rows)));
    }

    private static Arbitrary<String> externalId() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars("äß漢/\\%.")
                .ofMinLength(1)
                .ofMaxLength(8)
                .filter(id -> !id.isBlank());
    }

    private static Arbitrary<Labelled> row(
            Tool tool, boolean turns, int width, int height, String id) {
        return Combinators.combine(
                        new AnyAnswers(width, height, turns).of(tool).injectNull(0.1),
                        Arbitraries.of("picture:" + "0".repeat(64), "https://h/a.jpg?b=c&d", ""),
                        Arbitraries.of(true, false))
                .as(
                        (answer, ref, told) ->
                                new Labelled(
                                        id,
                                        FileNames.of(id, "image/jpeg"),
                                        ref.isEmpty() ? null : ref,
                                        width,
                                        height,
                                        answer,
                                        told ? provenance(answer) : null));
    }

    private static Provenance provenance(@Nullable Answer answer) {
        return answer == null
                ? new Provenance("t1", "pending", null, null, null, null, null, null, null)
                : new Provenance(
                        "t1",
                        "labelled",
                        0.95,
                        3,
                        Decider.REVIEWER,
                        2,
                        1,
                        Instant.parse("2026-03-04T05:06:07Z"),
                        null);
    }

    /** Of each external id, and of names that differ in more than case and ending, one. */
    private static List<Labelled> distinct(List<Labelled> rows) {
        Map<String, Labelled> byName =
                rows.stream()
                        .collect(
                                Collectors.toMap(
                                        row ->
                                                FileNames.stem(row.fileName())
                                                        .toLowerCase(Locale.ROOT),
                                        Function.identity(),
                                        (one, _) -> one));
        return List.copyOf(byName.values());
    }

    @Property(tries = 700)
    void whatIsWrittenIsReadAsItWas(@ForAll("cases") Case any) throws IOException {
        Classes classes = new Classes(any.ontology());
        List<Labelled> expected = new ArrayList<>();
        List<Labelled> writable = new ArrayList<>();
        for (Labelled row : any.rows()) {
            Set<Loss> losses = Losses.of(any.format(), classes, row).keySet();
            boolean isClipped = losses.contains(Loss.CLIPPED); // has tests of its own
            if (losses.stream().noneMatch(Loss::leavesOut) && !isClipped) {
                writable.add(row);
                expected.add(without(any.format(), losses, row));
            }
        }

        byte[] written = Sets.written(any.format(), any.ontology(), writable);
        List<Labelled> read = Sets.rows(Sets.read(any.format(), any.ontology(), written));

        assertThat(read).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** The row as it has to come back, if these losses befall it. */
    private static Labelled without(Format format, Set<Loss> losses, Labelled row) {
        assertThat(losses).isSubsetOf(Loss.ATTRIBUTES, Loss.PROVENANCE, Loss.WHOLE_PIXELS);
        Answer answer = row.answer();
        if (losses.contains(Loss.ATTRIBUTES)) {
            answer = withoutAttributes(format, answer);
        }
        return new Labelled(
                row.externalId(),
                row.fileName(),
                row.ref(),
                row.width(),
                row.height(),
                answer,
                losses.contains(Loss.PROVENANCE) ? null : row.provenance());
    }

    private static @Nullable Answer withoutAttributes(Format format, @Nullable Answer answer) {
        return switch (answer) {
            case Answer.Boxes(var boxes) ->
                    new Answer.Boxes(
                            boxes.stream()
                                    .map(
                                            b ->
                                                    new Box(
                                                            b.classId(),
                                                            b.x(),
                                                            b.y(),
                                                            b.width(),
                                                            b.height(),
                                                            b.rotation(),
                                                            left(format, b)))
                                    .toList());
            case Answer.Polygons(var polygons) ->
                    new Answer.Polygons(
                            polygons.stream()
                                    .map(p -> new Polygon(p.classId(), p.points(), Map.of()))
                                    .toList());
            case Answer.Keypoints(var figures) ->
                    new Answer.Keypoints(
                            figures.stream()
                                    .map(
                                            f ->
                                                    new KeypointInstance(
                                                            f.classId(), f.points(), Map.of()))
                                    .toList());
            case null, default -> throw new AssertionError(answer);
        };
    }

    private static Map<String, String> left(Format format, Box box) {
        Map<String, String> values = new TreeMap<>(box.attributes());
        values.keySet().retainAll(format == Format.VOC ? Set.of("occluded", "pose") : Set.of());
        return values;
    }
}
