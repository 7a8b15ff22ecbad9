/** Workers who wait are told when there is work for them. */
@NullMarked
package io.assay.assignment.notice;

import org.jspecify.annotations.NullMarked;
