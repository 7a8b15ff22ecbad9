package io.assay.formats.data;

import io.assay.events.Annotation;
import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.events.KeypointInstance;
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
 * What a picture loses in a format: shown before an export, counted in its manifest, never dropped
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
        boolean given = labelled.provenance() == null || WITH_PROVENANCE.contains(format);
        count(losses, Loss.PROVENANCE, given ? 0 : 1);
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
        return answer.annotations().stream()
                .anyMatch(one -> !(one instanceof Transcript text) || !text.region().isEmpty());
    }

    private static boolean isTooLarge(Format format, Answer answer) {
        return (format == Format.CVAT || format == Format.LABEL_STUDIO)
                && answer.annotations().stream()
                        .anyMatch(
                                one ->
                                        one instanceof Mask mask
                                                && !MaskPixels.fits(mask.width(), mask.height()));
    }

    /** Annotations that it happens to. */
    private static long count(Answer answer, Predicate<Annotation> lossy) {
        return answer.annotations().stream().filter(lossy).count();
    }

    private static long rotations(Format format, Answer answer) {
        return format == Format.VOC
                ? count(answer, one -> one instanceof Box box && box.degrees() != 0)
                : 0;
    }

    private static long attributes(Format format, Classes classes, Answer answer) {
        return switch (format) {
            case VOC -> count(answer, one -> !areVoc(classes, one));
            case YOLO -> count(answer, one -> !one.attributes().isEmpty());
            case NDJSON, CSV, COCO, CVAT, LABEL_STUDIO -> 0;
        };
    }

    /** VOC has a few attributes of its own. */
    private static boolean areVoc(Classes classes, Annotation one) {
        LabelClass known = classes.get(one.classId());
        return one.attributes().keySet().stream().allMatch(id -> VocAttributes.has(known, id));
    }

    private static long imprecise(Format format, Classes classes, Answer answer) {
        return switch (format) {
            case NDJSON, CSV, COCO, VOC -> 0;
            case CVAT -> count(answer, one -> one instanceof Box box && !isRound(box));
            case YOLO, LABEL_STUDIO -> count(answer, one -> !isPrecise(one, classes));
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
        return count(
                answer,
                one ->
                        places(format, one).stream()
                                .anyMatch(p -> !Corners.inside(p, width, height).equals(p)));
    }

    /** Points that these formats hold to the picture's edges. */
    private static List<Point> places(Format format, Annotation annotation) {
        return switch (annotation) {
            case Box box when format == Format.LABEL_STUDIO && box.degrees() != 0 -> List.of();
            case Box box -> Corners.of(format == Format.VOC ? Corners.upright(box) : box);
            case Polygon polygon -> polygon.points();
            case KeypointInstance instance -> Corners.places(instance.points());
            case Transcript transcript -> transcript.region();
            case Polyline _, Mask _ -> List.of();
        };
    }

    private static long widened(Format format, Answer answer) {
        return format == Format.VOC
                ? count(answer, one -> one instanceof Box box && !isWhole(Corners.upright(box)))
                : 0;
    }

    private static boolean isWhole(Box box) {
        return DoubleStream.of(box.x(), box.y(), box.width(), box.height())
                .allMatch(edge -> edge == Math.rint(edge));
    }

    private static boolean isPrecise(Annotation annotation, Classes classes) {
        return switch (annotation) {
            case Box box -> isRound(box) && survives(box, classes);
            case Polygon polygon -> areRound(polygon.points());
            case KeypointInstance instance ->
                    instance.points().stream()
                            .allMatch(p -> Micro.isRound(p.x()) && Micro.isRound(p.y()));
            case Transcript transcript -> areRound(transcript.region());
            case Polyline _, Mask _ -> true;
        };
    }

    private static boolean isRound(Box box) {
        return Micro.isRound(box.x())
                && Micro.isRound(box.y())
                && Micro.isRound(box.width())
                && Micro.isRound(box.height())
                && Micro.isRound(box.degrees());
    }

    /** A turned box is known by its corners, which give the angle of a tiny one badly. */
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

    private static long characters(Format format, Labelled labelled) {
        if (format != Format.VOC && format != Format.CVAT) {
            return 0;
        }
        Answer answer = labelled.answer();
        Stream<String> texts =
                Stream.concat(
                        Stream.of(labelled.externalId(), labelled.fileName()),
                        answer == null
                                ? Stream.of()
                                : answer.annotations().stream().flatMap(Losses::texts));
        return texts.filter(text -> !isXml(text)).count();
    }

    private static Stream<String> texts(Annotation annotation) {
        Stream<String> values = annotation.attributes().values().stream();
        return annotation instanceof Transcript transcript
                ? Stream.concat(values, Stream.of(transcript.text()))
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
