package io.assay.task.picture;

/**
 * A picture that was taken.
 *
 * @param ref what rows of an import name it by
 * @param contentType of the bytes as they are kept
 * @param width in pixels as shown, a camera's rotation applied
 * @param bytes as they are kept, without metadata
 */
record PictureView(String ref, String contentType, int width, int height, long bytes) {

    static PictureView of(Picture picture) {
        return new PictureView(
                picture.ref(),
                picture.contentType(),
                picture.width(),
                picture.height(),
                picture.bytes());
    }
}
