/** ZIP archives, read as they arrive and never trusted. */
@org.jspecify.annotations.NullMarked
package io.assay.task.picture.archive;
