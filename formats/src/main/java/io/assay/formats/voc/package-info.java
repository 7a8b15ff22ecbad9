/** Pascal VOC: one XML a picture. */
@org.jspecify.annotations.NullMarked
package io.assay.formats.voc;
