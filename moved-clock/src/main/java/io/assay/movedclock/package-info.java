/** An agent that moves the wall clock of a JVM, so that tests run as on another day. */
@org.jspecify.annotations.NullMarked
package io.assay.movedclock;
