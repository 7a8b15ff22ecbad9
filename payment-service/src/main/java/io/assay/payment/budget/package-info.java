/** Funds projects, reserves what is leased, and publishes when a budget is used up. */
@NullMarked
package io.assay.payment.budget;

import org.jspecify.annotations.NullMarked;
