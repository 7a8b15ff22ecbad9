/** Pays for accepted labels, once each, and shows workers what they have. */
@NullMarked
package io.assay.payment.earning;

import org.jspecify.annotations.NullMarked;
