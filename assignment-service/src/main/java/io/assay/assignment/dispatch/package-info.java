/**
 * The ready structure: which open tasks of this instance's share go to which worker next. Plain
 * Java, in memory, deterministic for a given random generator; rebuilt from the store by its owner.
 */
@NullMarked
package io.assay.assignment.dispatch;

import org.jspecify.annotations.NullMarked;
