/** Who may read which project's results, read from the projects topic. */
@org.jspecify.annotations.NullMarked
package io.assay.gateway.project;
