/** People who sign in: sign-up, passwords, roles. */
@org.jspecify.annotations.NullMarked
package io.assay.gateway.account;
