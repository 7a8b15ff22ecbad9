/** A project for a run: its draft, its pictures, its import. */
@org.jspecify.annotations.NullMarked
package io.assay.load.project;
