/** CVAT for images 1.1. */
@org.jspecify.annotations.NullMarked
package io.assay.formats.cvat;
