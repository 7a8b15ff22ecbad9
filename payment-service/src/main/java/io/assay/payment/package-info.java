/** Pays workers: one earning per accepted label, in a double-entry ledger that can be audited. */
@NullMarked
package io.assay.payment;

import org.jspecify.annotations.NullMarked;
