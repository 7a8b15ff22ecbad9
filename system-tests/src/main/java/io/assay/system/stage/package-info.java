/**
 * What the demo, chaos and the tests share: staff with logins, a project with its pictures, and the
 * books of it all.
 */
@org.jspecify.annotations.NullMarked
package io.assay.system.stage;
