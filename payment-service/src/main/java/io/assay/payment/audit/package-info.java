/** Compares the balances with the journal, nightly and on demand. */
@NullMarked
package io.assay.payment.audit;

import org.jspecify.annotations.NullMarked;
