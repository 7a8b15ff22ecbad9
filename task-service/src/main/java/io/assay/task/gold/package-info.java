/** New gold out of results that are sure: proposed by us, approved or declined by the requester. */
@NullMarked
package io.assay.task.gold;

import org.jspecify.annotations.NullMarked;
