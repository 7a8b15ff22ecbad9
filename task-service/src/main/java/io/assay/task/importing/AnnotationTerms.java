package io.assay.task.importing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How to read the pictures and answers of an annotation format.
 *
 * @param as what an answer is to be
 * @param pictures before each file name: the address of a folder, {@code https://…/}, or the first
 *     part of the names under which the pictures were uploaded
 */
record AnnotationTerms(As as, String pictures) {

    /** What becomes of answers. */
    enum As {
        @JsonProperty("gold")
        GOLD,
        @JsonProperty("prelabel")
        PRELABEL
    }

    /** Characters before a file name. */
    static final int MAX_LENGTH = 512;

    boolean isGold() {
        return as == As.GOLD;
    }

    /** Where the picture is on the web; null if it was uploaded. */
    @Nullable String url(String fileName) {
        return isLinked() ? pictures + encoded(fileName) : null;
    }

    /** What the upload was called. */
    String picture(String fileName) {
        return pictures + fileName;
    }

    /** Whether the pictures are on the web rather than uploaded. */
    boolean isLinked() {
        return pictures.startsWith("https://");
    }

    private static String encoded(String fileName) {
        return Arrays.stream(fileName.split("/", -1))
                .map(step -> URLEncoder.encode(step, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }
}
