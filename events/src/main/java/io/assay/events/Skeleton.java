package io.assay.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The points of a figure, in the order in which answers give them.
 *
 * @param points names, 1 to 200, each unique and of 1 to 64 characters
 * @param bones which points are joined by a line when drawn, at most 400
 */
public record Skeleton(
        List<String> points, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Bone> bones) {

    /** Joins two points, by their places in the list from 0. */
    public record Bone(int from, int to) {}

    public Skeleton {
        points = List.copyOf(points);
        bones = Lists.copyOrEmpty(bones);
    }
}
