package io.assay.formats.data;

import java.util.Optional;

/** The sizes of pictures that are known from elsewhere, such as from uploads. */
@FunctionalInterface
public interface PictureSizes {

    /** In pixels, both over 0. */
    record Size(int width, int height) {}

    /** Nothing is known. */
    PictureSizes UNKNOWN = _ -> Optional.empty();

    /**
     * @param fileName as the format names the picture, without its folder; YOLO may leave the
     *     ending out
     */
    Optional<Size> find(String fileName);
}
