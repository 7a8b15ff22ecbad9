/** What payment knows of a project: its rate cards, its hold period and its limit. */
@NullMarked
package io.assay.payment.project;

import org.jspecify.annotations.NullMarked;
