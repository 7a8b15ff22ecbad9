/** What every request gets: an id, a body limit, problems in one form. */
@org.jspecify.annotations.NullMarked
package io.assay.gateway.web;
