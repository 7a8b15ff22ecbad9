/**
 * The wire contract between the services: one record per event, the values they carry, and the
 * topics they travel on. Depends on nothing but the JDK and annotations; schemas only grow.
 */
@org.jspecify.annotations.NullMarked
package io.assay.events;
