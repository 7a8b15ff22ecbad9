/** One assignment per task and worker: leased, then answered or returned, then reviewed. */
@NullMarked
package io.assay.assignment.assignment;

import org.jspecify.annotations.NullMarked;
