/** This service's own copy of the projects, learnt from their events. */
@NullMarked
package io.assay.review.project;

import org.jspecify.annotations.NullMarked;
