/** NDJSON and CSV: everything that is known of a picture, one a line. */
@org.jspecify.annotations.NullMarked
package io.assay.formats.lines;
