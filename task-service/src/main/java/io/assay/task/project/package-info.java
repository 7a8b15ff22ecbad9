/** Labelling projects: their rules, their life, who may see them. */
@org.jspecify.annotations.NullMarked
package io.assay.task.project;
