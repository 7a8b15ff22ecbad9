/**
 * A client of the public API at the gateway: login, safe retries, the calls of every role. Knows
 * nothing of the services behind it.
 */
@org.jspecify.annotations.NullMarked
package io.assay.cli.client;
