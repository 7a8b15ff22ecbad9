/** This service's own copy of the projects, kept up by their events. */
@NullMarked
package io.assay.review.project;

import org.jspecify.annotations.NullMarked;
