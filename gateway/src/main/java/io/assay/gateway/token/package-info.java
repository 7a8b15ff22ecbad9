/** The embedded authorization server: keys, tokens, and how a token is verified. */
@org.jspecify.annotations.NullMarked
package io.assay.gateway.token;
