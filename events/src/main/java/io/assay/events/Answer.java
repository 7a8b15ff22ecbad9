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
    @JsonSubTypes.Type(value = Answer.Boxes.class, name = "box")
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
}
