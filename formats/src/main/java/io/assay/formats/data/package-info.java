/** What is read and written, whatever the format, and what a format cannot say. */
@org.jspecify.annotations.NullMarked
package io.assay.formats.data;
