/** COCO: detection, segmentation, keypoints, and image-level classes. */
@org.jspecify.annotations.NullMarked
package io.assay.formats.coco;
