/**
 * What the HTTP sides of the services share: who calls, how errors look, how lists are paged, how
 * concurrent changes are kept apart, and how much a request may carry.
 */
@org.jspecify.annotations.NullMarked
package io.assay.web;
