/**
 * Who owns which partition, as the store knows it: whoever takes one over writes it down first, so
 * an owner that was stopped and goes on finds out before it gives anything away. See ADR 39.
 */
@NullMarked
package io.assay.assignment.owner;

import org.jspecify.annotations.NullMarked;
