/** Bytes by name, kept for good: in a directory or in an S3 bucket. */
@org.jspecify.annotations.NullMarked
package io.assay.task.picture.blob;
