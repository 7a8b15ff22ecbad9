/** Who may read which project's results, learnt from the projects topic. */
@org.jspecify.annotations.NullMarked
package io.assay.gateway.project;
