/**
 * Double-entry bookkeeping as pure functions: accounts, immutable entries, and balances that are
 * moved exactly once per entry.
 */
@NullMarked
package io.assay.payment.ledger;

import org.jspecify.annotations.NullMarked;
