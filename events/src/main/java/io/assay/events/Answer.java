package io.assay.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

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

    record Boxes(List<Box> boxes) implements Answer {

        public Boxes {
            boxes = List.copyOf(boxes);
        }
    }

    record Polygons(List<Polygon> polygons) implements Answer {

        public Polygons {
            polygons = List.copyOf(polygons);
        }
    }

    record Polylines(List<Polyline> polylines) implements Answer {

        public Polylines {
            polylines = List.copyOf(polylines);
        }
    }

    record Keypoints(List<Figure> figures) implements Answer {

        public Keypoints {
            figures = List.copyOf(figures);
        }
    }

    record Masks(List<Mask> masks) implements Answer {

        public Masks {
            masks = List.copyOf(masks);
        }
    }

    record Transcripts(List<Transcript> transcripts) implements Answer {

        public Transcripts {
            transcripts = List.copyOf(transcripts);
        }
    }

    /**
     * Whether the label shown is right.
     *
     * @param correct false if anything about it is wrong
     */
    record Verification(boolean correct) implements Answer {}

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
