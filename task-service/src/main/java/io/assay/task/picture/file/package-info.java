/**
 * Picture files: recognised, measured, cleaned, turned and scaled. Nothing here knows where they
 * are kept.
 */
@org.jspecify.annotations.NullMarked
package io.assay.task.picture.file;
