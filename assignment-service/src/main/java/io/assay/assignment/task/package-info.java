/** This service's own copies of tasks, by the partition whose owner hands them out. */
@NullMarked
package io.assay.assignment.task;

import org.jspecify.annotations.NullMarked;
