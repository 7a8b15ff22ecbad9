package io.assay.formats.data;

/** Of a picture as shown, in pixels, both over 0. */
public record PictureSize(int width, int height) {}
