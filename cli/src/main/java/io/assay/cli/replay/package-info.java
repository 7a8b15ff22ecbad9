/** Recorded human labels, given again through the platform's public API. */
@org.jspecify.annotations.NullMarked
package io.assay.cli.replay;
