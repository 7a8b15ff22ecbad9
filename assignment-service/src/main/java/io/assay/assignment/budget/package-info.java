/**
 * What of each project's budget may still be leased: set apart before a lease is given, by one
 * conditional update, so that all instances together never promise more than there is. See ADR 38.
 */
@NullMarked
package io.assay.assignment.budget;

import org.jspecify.annotations.NullMarked;
