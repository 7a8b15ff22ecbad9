/**
 * The local run: starts, watches and stops Kafka, the document server and the services as processes
 * of one machine, for {@code ./assay} and for the system tests.
 */
@NullMarked
package io.assay.local;

import org.jspecify.annotations.NullMarked;
