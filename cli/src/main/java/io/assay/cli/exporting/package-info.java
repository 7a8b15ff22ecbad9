/** {@code ./assay export}: loads a labelled set and checks that it is whole. */
@org.jspecify.annotations.NullMarked
package io.assay.cli.exporting;
