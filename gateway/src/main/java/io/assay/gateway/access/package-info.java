/** Who may call which path: one table, and the filter chains that apply it. */
@org.jspecify.annotations.NullMarked
package io.assay.gateway.access;
