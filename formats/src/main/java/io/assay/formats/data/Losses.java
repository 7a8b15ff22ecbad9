package io.assay.formats.data;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.events.Figure;
import io.assay.events.Keypoint;
import io.assay.events.LabelClass;
import io.assay.events.Mask;
import io.assay.events.Point;
import io.assay.events.Polygon;
import io.assay.events.Polyline;
import io.assay.events.Transcript;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a picture loses in a format: told before an export, counted in its manifest, never dropped
 * in silence.
 */
public final class Losses {

    private static final Set<Format> WITH_PROVENANCE = Set.of(Format.NDJSON, Format.CSV);

    private Losses() {}

    /** How often each loss befalls this picture; empty if it comes back as it is. */
    public static Map<Loss, Integer> of(Format format, Classes classes, Labelled labelled) {
        Map<Loss, Integer> losses = new EnumMap<>(Loss.class);
        if (!format.expresses(classes.tool())) {
            losses.put(Loss.TOOL, 1);
            return losses;
        }
        Answer answer = labelled.answer();
        if (answer == null) {
            count(losses, Loss.NO_ANSWER, format == Format.VOC ? 1 : 0);
        } else {
            count(losses, Loss.UNKNOWN_SIZE, lacksSize(format, labelled, answer) ? 1 : 0);
            count(losses, Loss.HUGE_MASK, isTooLarge(format, answer) ? 1 : 0);
            count(losses, Loss.ROTATION, rotations(format, answer));
            count(losses, Loss.ATTRIBUTES, attributes(format, classes, answer));
            count(losses, Loss.PRECISION, imprecise(format, classes, answer));
            count(losses, Loss.CLIPPED, clipped(format, labelled, answer));
            count(losses, Loss.WHOLE_PIXELS, widened(format, answer));
        }
        count(losses, Loss.CHARACTERS, characters(format, labelled));
        boolean told = labelled.provenance() == null || WITH_PROVENANCE.contains(format);
        count(losses, Loss.PROVENANCE, told ? 0 : 1);
        count(losses, Loss.SOURCES, lacksSources(format, labelled.provenance()) ? 1 : 0);
        return losses;
    }

    private static boolean lacksSources(Format format, @Nullable Provenance provenance) {
        return format != Format.NDJSON && provenance != null && provenance.restsOn() != null;
    }

    private static void count(Map<Loss, Integer> losses, Loss loss, long times) {
        if (times > 0) {
            losses.put(loss, (int) times);
        }
    }

    private static boolean lacksSize(Format format, Labelled labelled, Answer answer) {
        boolean known = labelled.width() != null && labelled.height() != null;
        boolean relative =
                format == Format.YOLO
                        || (format == Format.LABEL_STUDIO
                                && switch (answer.tool()) {
                                    case BOX, POLYGON, KEYPOINTS, TRANSCRIPT -> hasShapes(answer);
                                    case CATEGORY, TAGS, MASK, POLYLINE, VERIFICATION -> false;
                                });
        return relative && !known;
    }

    private static boolean hasShapes(Answer answer) {
        return answer instanceof Answer.Transcripts(var transcripts)
                ? transcripts.stream().anyMatch(transcript -> !transcript.region().isEmpty())
                : attributesOfObjects(answer).findAny().isPresent();
    }

    private static boolean isTooLarge(Format format, Answer answer) {
        return (format == Format.CVAT || format == Format.LABEL_STUDIO)
                && answer instanceof Answer.Masks(var masks)
                && masks.stream().anyMatch(mask -> !MaskPixels.fits(mask.width(), mask.height()));
    }

    private static long rotations(Format format, Answer answer) {
        return format == Format.VOC && answer instanceof Answer.Boxes(var boxes)
                ? boxes.stream().filter(box -> box.degrees() != 0).count()
                : 0;
    }

    private static long attributes(Format format, Classes classes, Answer answer) {
        return switch (format) {
            case VOC ->
                    answer instanceof Answer.Boxes(var boxes)
                            ? boxes.stream().filter(box -> !areVoc(classes, box)).count()
                            : 0;
            case YOLO -> attributesOfObjects(answer).filter(values -> !values.isEmpty()).count();
            case NDJSON, CSV, COCO, CVAT, LABEL_STUDIO -> 0;
        };
    }

    /** VOC has a few attributes of its own. */
    private static boolean areVoc(Classes classes, Box box) {
        LabelClass known = classes.get(box.classId());
        return box.attributes().keySet().stream().allMatch(id -> VocAttributes.has(known, id));
    }

    private static Stream<Map<String, String>> attributesOfObjects(Answer answer) {
        return switch (answer) {
            case Answer.Boxes(var boxes) -> boxes.stream().map(Box::attributes);
            case Answer.Polygons(var polygons) -> polygons.stream().map(Polygon::attributes);
            case Answer.Polylines(var polylines) -> polylines.stream().map(Polyline::attributes);
            case Answer.Keypoints(var figures) -> figures.stream().map(Figure::attributes);
            case Answer.Masks(var masks) -> masks.stream().map(Mask::attributes);
            case Answer.Transcripts(var transcripts) ->
                    transcripts.stream().map(Transcript::attributes);
            case Answer.Category _, Answer.Tags _, Answer.Verification _ -> Stream.of();
        };
    }

    private static long imprecise(Format format, Classes classes, Answer answer) {
        return switch (format) {
            case NDJSON, CSV, COCO, VOC -> 0;
            case CVAT ->
                    answer instanceof Answer.Boxes(var boxes)
                            ? boxes.stream().filter(box -> !isRound(box)).count()
                            : 0;
            case YOLO, LABEL_STUDIO -> impreciseShapes(classes, answer);
        };
    }

    /** Of what these formats write as shares or pixels of the picture. */
    private static long clipped(Format format, Labelled labelled, Answer answer) {
        Integer width = labelled.width();
        Integer height = labelled.height();
        boolean clips =
                format == Format.VOC || format == Format.YOLO || format == Format.LABEL_STUDIO;
        if (!clips || width == null || height == null) {
            return 0;
        }
        Predicate<List<Point>> reachesOut =
                points ->
                        points.stream().anyMatch(p -> !Corners.inside(p, width, height).equals(p));
        return switch (answer) {
            case Answer.Boxes(var boxes) ->
                    boxes.stream()
                            .filter(box -> format != Format.LABEL_STUDIO || box.degrees() == 0)
                            .map(
                                    box ->
                                            Corners.of(
                                                    format == Format.VOC
                                                            ? Corners.upright(box)
                                                            : box))
                            .filter(reachesOut)
                            .count();
            case Answer.Polygons(var polygons) ->
                    polygons.stream().map(Polygon::points).filter(reachesOut).count();
            case Answer.Keypoints(var figures) ->
                    figures.stream()
                            .map(figure -> Corners.places(figure.points()))
                            .filter(reachesOut)
                            .count();
            case Answer.Transcripts(var transcripts) ->
                    transcripts.stream().map(Transcript::region).filter(reachesOut).count();
            case Answer.Category _,
                    Answer.Tags _,
                    Answer.Polylines _,
                    Answer.Masks _,
                    Answer.Verification _ ->
                    0;
        };
    }

    private static long widened(Format format, Answer answer) {
        return format == Format.VOC && answer instanceof Answer.Boxes(var boxes)
                ? boxes.stream().map(Corners::upright).filter(box -> !isWhole(box)).count()
                : 0;
    }

    private static boolean isWhole(Box box) {
        return DoubleStream.of(box.x(), box.y(), box.width(), box.height())
                .allMatch(edge -> edge == Math.rint(edge));
    }

    private static long impreciseShapes(Classes classes, Answer answer) {
        return switch (answer) {
            case Answer.Boxes(var boxes) ->
                    boxes.stream().filter(b -> !isRound(b) || !survives(b, classes)).count();
            case Answer.Polygons(var polygons) ->
                    polygons.stream().filter(polygon -> !areRound(polygon.points())).count();
            case Answer.Keypoints(var figures) ->
                    figures.stream().filter(figure -> !areRoundKeypoints(figure.points())).count();
            case Answer.Transcripts(var transcripts) ->
                    transcripts.stream().filter(text -> !areRound(text.region())).count();
            case Answer.Category _,
                    Answer.Tags _,
                    Answer.Polylines _,
                    Answer.Masks _,
                    Answer.Verification _ ->
                    0;
        };
    }

    private static boolean isRound(Box box) {
        return Micro.isRound(box.x())
                && Micro.isRound(box.y())
                && Micro.isRound(box.width())
                && Micro.isRound(box.height())
                && Micro.isRound(box.degrees());
    }

    /** A turned box is known by its corners, which tell the angle of a tiny one badly. */
    private static boolean survives(Box box, Classes classes) {
        if (!classes.mayTurn()) {
            return true;
        }
        try {
            Box back = Corners.box(box.classId(), Corners.of(box));
            return back.x() == box.x()
                    && back.y() == box.y()
                    && back.width() == box.width()
                    && back.height() == box.height()
                    && back.degrees() == box.degrees()
                    && Math.min(box.width(), box.height()) >= 0.1;
        } catch (BadEntry e) {
            return false;
        }
    }

    private static boolean areRound(List<Point> points) {
        return points.stream().allMatch(p -> Micro.isRound(p.x()) && Micro.isRound(p.y()));
    }

    private static boolean areRoundKeypoints(List<Keypoint> points) {
        return points.stream().allMatch(p -> Micro.isRound(p.x()) && Micro.isRound(p.y()));
    }

    private static long characters(Format format, Labelled labelled) {
        if (format != Format.VOC && format != Format.CVAT) {
            return 0;
        }
        Stream<String> texts =
                Stream.concat(
                        Stream.of(labelled.externalId(), labelled.fileName()),
                        labelled.answer() == null ? Stream.of() : texts(labelled.answer()));
        return texts.filter(text -> !isXml(text)).count();
    }

    private static Stream<String> texts(Answer answer) {
        Stream<String> values = attributesOfObjects(answer).flatMap(map -> map.values().stream());
        return answer instanceof Answer.Transcripts(var transcripts)
                ? Stream.concat(values, transcripts.stream().map(Transcript::text))
                : values;
    }

    private static boolean isXml(String text) {
        return text.codePoints().allMatch(Losses::isXml);
    }

    /** Whether XML 1.0 has this character. */
    public static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
