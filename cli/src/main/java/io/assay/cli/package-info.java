/** The command line of a running platform. */
@org.jspecify.annotations.NullMarked
package io.assay.cli;
