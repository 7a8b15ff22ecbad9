/** Uploaded pictures: checked, kept once by content hash, served by signed URL. */
@org.jspecify.annotations.NullMarked
package io.assay.task.picture;
