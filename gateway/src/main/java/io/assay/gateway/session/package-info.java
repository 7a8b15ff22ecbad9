/** Sessions of signed-in people; strangers have none. */
@org.jspecify.annotations.NullMarked
package io.assay.gateway.session;
