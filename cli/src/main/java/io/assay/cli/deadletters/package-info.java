/** {@code ./assay dlt}: what services could not process, and putting it back. */
@org.jspecify.annotations.NullMarked
package io.assay.cli.deadletters;
