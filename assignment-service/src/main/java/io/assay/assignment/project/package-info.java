/** This service's own copies of projects and of their budgets. */
@NullMarked
package io.assay.assignment.project;

import org.jspecify.annotations.NullMarked;
