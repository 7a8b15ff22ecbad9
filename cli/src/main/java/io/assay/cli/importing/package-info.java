/** {@code ./assay import}: files and folders to tasks, from the command line. */
@org.jspecify.annotations.NullMarked
package io.assay.cli.importing;
