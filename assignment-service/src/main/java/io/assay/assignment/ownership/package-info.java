/**
 * Which partitions this instance serves: rebuilt from the store when they come, dropped when they
 * go, kept up to date by what happens to their tasks.
 */
@NullMarked
package io.assay.assignment.ownership;

import org.jspecify.annotations.NullMarked;
