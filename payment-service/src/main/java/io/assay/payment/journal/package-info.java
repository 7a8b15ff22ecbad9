/** The ledger in the document store. */
@NullMarked
package io.assay.payment.journal;

import org.jspecify.annotations.NullMarked;
