/** One OpenAPI document for all services. */
@org.jspecify.annotations.NullMarked
package io.assay.gateway.apidocs;
