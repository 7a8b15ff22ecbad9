package io.assay.task.picture;

import java.util.Arrays;
import java.util.Optional;

/** In which size a picture is shown. Coordinates of labels are always those of the full one. */
enum PictureSize {
    FULL("full", Integer.MAX_VALUE),
    WEB("web", 1_280),
    THUMB("thumb", 256);

    private final String label;
    private final int longestSide;

    PictureSize(String label, int longestSide) {
        this.label = label;
        this.longestSide = longestSide;
    }

    /** In pixels, at most. */
    int longestSide() {
        return longestSide;
    }

    String label() {
        return label;
    }

    static Optional<PictureSize> of(String label) {
        return Arrays.stream(values()).filter(size -> size.label.equals(label)).findFirst();
    }
}
