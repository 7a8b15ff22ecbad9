package io.assay.load.demo;

import io.assay.events.Answer;
import io.assay.events.Attribute;
import io.assay.events.Box;
import io.assay.events.LabelClass;
import io.assay.events.Ontology;
import io.assay.events.Skeleton;
import io.assay.events.Tool;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One project to try a tool by.
 *
 * @param price in minor units, for a picture
 * @param pictures what it shows
 * @param opinions what three people say of the first picture, each something else; none if nobody
 *     is asked
 */
record SampleProject(
        String name,
        Ontology ontology,
        String guideline,
        int price,
        List<Shown> pictures,
        List<Answer> opinions) {

    private static final int PICTURES = 6;
    private static final List<String> WORDS =
            List.of("TEA", "FISH", "BREAD", "SWEETS", "BARBERS", "TEA CAKES");

    /** A picture, and what workers are shown with it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Shown(byte[] png, @Nullable Answer gold, @Nullable Answer preLabel) {}

    private SampleProject(
            String name, Ontology ontology, String guideline, int price, List<Shown> pictures) {
        this(name, ontology, guideline, price, pictures, List.of());
    }

    /** A project of every tool, the easiest first. */
    static List<SampleProject> all() {
        return List.of(
                category(),
                tags(),
                verification(),
                boxes(),
                polygons(),
                polylines(),
                keypoints(),
                masks(),
                transcripts());
    }

    private static SampleProject category() {
        return new SampleProject(
                "What time of day is it?",
                new Ontology(Tool.CATEGORY, classes("Day", "Evening", "Night")),
                """
                # What time of day is it?

                Look at the **sky**.

                1. Blue: *Day*.
                2. Orange or red: *Evening*.
                3. Dark: *Night*. Lit windows alone do not make a night.
                """,
                120,
                shown(10, SampleProject::timed),
                Stream.of("day", "evening", "night").<Answer>map(Answer.Category::new).toList());
    }

    /** Every second one is gold, so that some verdicts come at once. */
    private static Shown timed(long seed) {
        Street street = Street.wide(seed);
        String time = street.time().name().toLowerCase(Locale.ROOT);
        return new Shown(street.png(), seed % 2 == 1 ? new Answer.Category(time) : null, null);
    }

    private static SampleProject tags() {
        return new SampleProject(
                "What is in the street?",
                new Ontology(Tool.TAGS, classes("Car", "Person", "Tree", "Rain")),
                """
                # What is in the street?

                Choose **everything** that you see, also where it is partly hidden. When you see none of it, submit nothing chosen.
                """,
                150,
                shown(40, SampleProject::plain));
    }

    private static SampleProject verification() {
        return new SampleProject(
                "Is every car boxed?",
                new Ontology(Tool.VERIFICATION, classes("Car"), null, Tool.BOX),
                """
                # Is every car boxed?

                Each picture comes with boxes. They are *right* if every car has one, and each one fits its car with its wheels.
                """,
                120,
                shown(70, SampleProject::boxed));
    }

    /** Of three pictures, one lacks a box and one has a box that is somewhere else. */
    private static Shown boxed(long seed) {
        Street street = Street.wide(seed);
        List<Box> cars = street.cars();
        Box first = cars.getFirst();
        List<Box> boxes =
                switch ((int) (seed % 3)) {
                    case 0 -> cars;
                    case 1 -> cars.subList(1, cars.size());
                    default ->
                            Stream.concat(
                                            Stream.of(moved(first, first.width() * 0.6)),
                                            cars.stream().skip(1))
                                    .toList();
                };
        return new Shown(street.png(), null, new Answer.Boxes(boxes));
    }

    private static SampleProject boxes() {
        long first = 100;
        List<Box> cars = Street.wide(first).cars();
        return new SampleProject(
                "Box the cars",
                new Ontology(Tool.BOX, List.of(carClass(), new LabelClass("person", "Person"))),
                """
                # Box the cars

                1. One box for each car, as tight as you can, **with** its wheels.
                2. One box for each person, from head to foot.
                3. What the edge of the picture cuts off is boxed up to the edge.
                """,
                300,
                shown(first, SampleProject::plain),
                List.of(
                        new Answer.Boxes(cars),
                        new Answer.Boxes(cars.stream().map(car -> moved(car, 70)).toList()),
                        new Answer.Boxes(cars.subList(0, cars.size() - 1))));
    }

    private static Shown plain(long seed) {
        return new Shown(Street.wide(seed).png(), null, null);
    }

    private static LabelClass carClass() {
        Attribute colour =
                new Attribute(
                        "colour",
                        "Colour",
                        Attribute.Type.CHOICE,
                        List.of("red", "blue", "white", "green", "yellow"),
                        null,
                        null,
                        null);
        return new LabelClass("car", "Car", List.of(colour), null);
    }

    private static SampleProject polygons() {
        return new SampleProject(
                "Outline the houses",
                new Ontology(Tool.POLYGON, classes("House")),
                """
                # Outline the houses

                Follow each house that you see from corner to corner, with its roof. Cars, trees and people in front of it do not matter.
                """,
                400,
                shown(130, SampleProject::plain));
    }

    private static SampleProject polylines() {
        return new SampleProject(
                "Follow the lines of the road",
                new Ontology(Tool.POLYLINE, classes("Lane line", "Kerb")),
                """
                # Follow the lines of the road

                1. *Lane line*: one line along the dashes in the middle of the road, over the gaps.
                2. *Kerb*: where the pavement ends and the road begins.
                """,
                250,
                shown(160, SampleProject::plain));
    }

    private static SampleProject keypoints() {
        Skeleton body =
                new Skeleton(
                        List.of("Head", "Left hand", "Right hand", "Left foot", "Right foot"),
                        IntStream.rangeClosed(1, 4)
                                .mapToObj(to -> new Skeleton.Bone(0, to))
                                .toList());
        return new SampleProject(
                "Head, hands and feet",
                new Ontology(
                        Tool.KEYPOINTS,
                        List.of(new LabelClass("person", "Person", List.of(), body))),
                """
                # Head, hands and feet

                Place the five points in the order in which they are asked for: the middle of the head, the ends of the arms, the ends of the legs.

                *Left* is the left side of the picture.
                """,
                250,
                shown(190, seed -> new Shown(Street.person(seed).png(), null, null)));
    }

    private static SampleProject masks() {
        return new SampleProject(
                "Paint the cars",
                new Ontology(Tool.MASK, classes("Car")),
                """
                # Paint the cars

                Paint every car with its wheels and windows. Some pixels over the edge do no harm.
                """,
                500,
                shown(220, SampleProject::plain));
    }

    private static SampleProject transcripts() {
        return new SampleProject(
                "What does the sign say?",
                new Ontology(Tool.TRANSCRIPT, classes("Shop sign")),
                """
                # What does the sign say?

                Mark the sign over the door and type what it says, letter by letter, in capitals as it is written.
                """,
                300,
                IntStream.range(0, PICTURES)
                        .mapToObj(
                                i ->
                                        new Shown(
                                                Street.shop(250 + i, WORDS.get(i)).png(),
                                                null,
                                                null))
                        .toList());
    }

    private static List<Shown> shown(long from, LongFunction<Shown> drawn) {
        return IntStream.range(0, PICTURES).mapToObj(i -> drawn.apply(from + i)).toList();
    }

    private static List<LabelClass> classes(String... names) {
        return Stream.of(names)
                .map(name -> new LabelClass(name.toLowerCase(Locale.ROOT).replace(' ', '-'), name))
                .toList();
    }

    private static Box moved(Box box, double right) {
        double x = Math.min(Street.WIDTH - box.width(), box.x() + right);
        return new Box(box.classId(), x, box.y(), box.width(), box.height());
    }
}
