package io.assay.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What a worker, a reviewer or the requester says about a picture; told apart by {@code tool}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "tool")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Answer.Category.class, name = "category"),
    @JsonSubTypes.Type(value = Answer.Tags.class, name = "tags"),
    @JsonSubTypes.Type(value = Answer.Boxes.class, name = "box"),
    @JsonSubTypes.Type(value = Answer.Polygons.class, name = "polygon"),
    @JsonSubTypes.Type(value = Answer.Polylines.class, name = "polyline"),
    @JsonSubTypes.Type(value = Answer.Keypoints.class, name = "keypoints"),
    @JsonSubTypes.Type(value = Answer.Masks.class, name = "mask"),
    @JsonSubTypes.Type(value = Answer.Transcripts.class, name = "transcript"),
    @JsonSubTypes.Type(value = Answer.Verification.class, name = "verification")
})
public sealed interface Answer {

    record Category(String classId) implements Answer {

        public Category {
            Objects.requireNonNull(classId, "classId");
        }
    }

    /** A set of classes, in order so that equal answers are equal bytes. */
    record Tags(SortedSet<String> classIds) implements Answer {

        public Tags {
            // addAll, not the copy constructor: that one would keep the caller's order
            SortedSet<String> sorted = new TreeSet<>();
            sorted.addAll(classIds);
            classIds = Collections.unmodifiableSortedSet(sorted);
        }
    }

    /** An answer of annotations; none is an answer too. */
    sealed interface Annotated<A extends Annotation> extends Answer {

        @Override
        List<A> annotations();

        /** An answer of the same tool. */
        Annotated<A> with(List<A> annotations);

        default Annotated<A> filter(Predicate<? super A> wanted) {
            return with(annotations().stream().filter(wanted).toList());
        }

        default Annotated<A> map(UnaryOperator<A> change) {
            return with(annotations().stream().map(change).toList());
        }
    }

    record Boxes(List<Box> boxes) implements Annotated<Box> {

        public Boxes {
            boxes = List.copyOf(boxes);
        }

        @Override
        public List<Box> annotations() {
            return boxes;
        }

        @Override
        public Boxes with(List<Box> annotations) {
            return new Boxes(annotations);
        }
    }

    record Polygons(List<Polygon> polygons) implements Annotated<Polygon> {

        public Polygons {
            polygons = List.copyOf(polygons);
        }

        @Override
        public List<Polygon> annotations() {
            return polygons;
        }

        @Override
        public Polygons with(List<Polygon> annotations) {
            return new Polygons(annotations);
        }
    }

    record Polylines(List<Polyline> polylines) implements Annotated<Polyline> {

        public Polylines {
            polylines = List.copyOf(polylines);
        }

        @Override
        public List<Polyline> annotations() {
            return polylines;
        }

        @Override
        public Polylines with(List<Polyline> annotations) {
            return new Polylines(annotations);
        }
    }

    record Keypoints(List<KeypointInstance> figures) implements Annotated<KeypointInstance> {

        public Keypoints {
            figures = List.copyOf(figures);
        }

        @Override
        public List<KeypointInstance> annotations() {
            return figures;
        }

        @Override
        public Keypoints with(List<KeypointInstance> annotations) {
            return new Keypoints(annotations);
        }
    }

    record Masks(List<Mask> masks) implements Annotated<Mask> {

        public Masks {
            masks = List.copyOf(masks);
        }

        @Override
        public List<Mask> annotations() {
            return masks;
        }

        @Override
        public Masks with(List<Mask> annotations) {
            return new Masks(annotations);
        }
    }

    record Transcripts(List<Transcript> transcripts) implements Annotated<Transcript> {

        public Transcripts {
            transcripts = List.copyOf(transcripts);
        }

        @Override
        public List<Transcript> annotations() {
            return transcripts;
        }

        @Override
        public Transcripts with(List<Transcript> annotations) {
            return new Transcripts(annotations);
        }
    }

    /**
     * Whether the label shown is right.
     *
     * @param correct false if anything about it is wrong
     */
    record Verification(boolean correct) implements Answer {}

    /** Empty if it is of the picture as a whole. */
    default List<? extends Annotation> annotations() {
        return List.of();
    }

    /** The tool that it was made with. */
    default Tool tool() {
        return switch (this) {
            case Category _ -> Tool.CATEGORY;
            case Tags _ -> Tool.TAGS;
            case Boxes _ -> Tool.BOX;
            case Polygons _ -> Tool.POLYGON;
            case Polylines _ -> Tool.POLYLINE;
            case Keypoints _ -> Tool.KEYPOINTS;
            case Masks _ -> Tool.MASK;
            case Transcripts _ -> Tool.TRANSCRIPT;
            case Verification _ -> Tool.VERIFICATION;
        };
    }
}
