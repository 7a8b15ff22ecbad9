package io.assay.formats.data;

import io.assay.events.Tool;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats that data sets are exchanged in. */
public enum Format {
    /** one JSON object a line, with everything that is known of a picture */
    NDJSON,
    /** the same as a table, the answer as JSON in a cell */
    CSV,
    /** detection, segmentation by outline or run-length, keypoints, image-level classes, text */
    COCO,
    /** Pascal VOC: upright boxes, one XML a picture */
    VOC,
    /** detection, turned boxes, segmentation by outline, pose; one text a picture */
    YOLO,
    /** CVAT for images 1.1 */
    CVAT,
    /** Label Studio's JSON */
    LABEL_STUDIO;

    /** Whether answers of this tool can be written at all. */
    public boolean expresses(Tool tool) {
        return switch (this) {
            case NDJSON, CSV -> true;
            case COCO, LABEL_STUDIO -> tool != Tool.POLYLINE && tool != Tool.VERIFICATION;
            case VOC -> tool == Tool.BOX;
            case YOLO -> tool == Tool.BOX || tool == Tool.POLYGON || tool == Tool.KEYPOINTS;
            case CVAT -> tool != Tool.VERIFICATION;
        };
    }

    /** As it is written in requests. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Format> named(String name) {
        return Arrays.stream(values()).filter(format -> format.wireName().equals(name)).findFirst();
    }
}
