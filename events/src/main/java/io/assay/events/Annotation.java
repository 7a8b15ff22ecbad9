package io.assay.events;

import java.util.Map;

/**
 * One object of an answer: its class, the values of its attributes, and its geometry, which differs
 * by tool.
 */
public sealed interface Annotation
        permits Box, Polygon, Polyline, KeypointInstance, Mask, Transcript {

    /** A class of the project's ontology. */
    String classId();

    /** Values by attribute id. */
    Map<String, String> attributes();
}
