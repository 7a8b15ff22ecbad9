/** How often a principal or an address may ask. */
@org.jspecify.annotations.NullMarked
package io.assay.gateway.limit;
