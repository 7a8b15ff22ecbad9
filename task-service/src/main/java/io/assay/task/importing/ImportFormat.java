package io.assay.task.importing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the rows of an import are written. */
enum ImportFormat {
    @JsonProperty("ndjson")
    NDJSON,
    @JsonProperty("csv")
    CSV,
    @JsonProperty("coco")
    COCO,
    /** a ZIP of Pascal VOC files */
    @JsonProperty("voc")
    VOC,
    /** a ZIP of YOLO files */
    @JsonProperty("yolo")
    YOLO,
    @JsonProperty("cvat")
    CVAT,
    @JsonProperty("label-studio")
    LABEL_STUDIO;

    /** Whether it is a list of rows, of which a later part can be read without the first. */
    boolean isOfRows() {
        return this == NDJSON || this == CSV;
    }

    /** As it is written in requests. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<ImportFormat> named(String name) {
        return Arrays.stream(values()).filter(format -> format.wireName().equals(name)).findFirst();
    }

    /**
     * @param mediaType with or without parameters
     */
    static Optional<ImportFormat> ofMediaType(@Nullable String mediaType) {
        if (mediaType == null) {
            return Optional.empty();
        }
        return switch (mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)) {
            case "application/x-ndjson", "application/jsonl" -> Optional.of(NDJSON);
            case "text/csv" -> Optional.of(CSV);
            default -> Optional.empty();
        };
    }
}
