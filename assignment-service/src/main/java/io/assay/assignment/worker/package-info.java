/** People who label: they apply, are activated or suspended, and carry a tier per skill. */
@NullMarked
package io.assay.assignment.worker;

import org.jspecify.annotations.NullMarked;
