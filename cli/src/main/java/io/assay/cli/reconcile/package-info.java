/** Whether everything adds up: pure functions over what the platform told its users. */
@org.jspecify.annotations.NullMarked
package io.assay.cli.reconcile;
