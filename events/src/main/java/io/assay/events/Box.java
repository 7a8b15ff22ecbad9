package io.assay.events;

import java.util.Objects;

/**
 * An axis-aligned rectangle in pixels of the original picture, origin top left.
 *
 * @param classId a class of the project's ontology
 * @param x left edge, 0 to width
 * @param y top edge, 0 to height
 * @param width over 0
 * @param height over 0
 */
public record Box(String classId, double x, double y, double width, double height) {

    public Box {
        Objects.requireNonNull(classId, "classId");
    }
}
