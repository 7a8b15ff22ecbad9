/** {@code ./assay import-proof}: a large import while processes are killed, then counted. */
@org.jspecify.annotations.NullMarked
package io.assay.load.importproof;
