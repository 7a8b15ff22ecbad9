/** Whether everything adds up: pure functions over what the platform returned to its users. */
@org.jspecify.annotations.NullMarked
package io.assay.cli.reconcile;
