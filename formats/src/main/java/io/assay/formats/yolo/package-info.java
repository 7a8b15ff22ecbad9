/** YOLO: one text a picture, in shares of its size. */
@org.jspecify.annotations.NullMarked
package io.assay.formats.yolo;
