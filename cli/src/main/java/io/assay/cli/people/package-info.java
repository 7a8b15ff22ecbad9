/**
 * Accounts that a run opens for itself: staff, workers who send recorded labels, a reviewer who
 * answers what is believed to be true. They use the public API alone.
 */
@org.jspecify.annotations.NullMarked
package io.assay.cli.people;
