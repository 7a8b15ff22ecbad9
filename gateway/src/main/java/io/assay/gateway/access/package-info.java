/** Who may call which path: one table, from which the security rules and the routes follow. */
@org.jspecify.annotations.NullMarked
package io.assay.gateway.access;
