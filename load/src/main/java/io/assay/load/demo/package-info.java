/** The demo: a project of real pictures, labelled by a simulated crowd on a running stack. */
@org.jspecify.annotations.NullMarked
package io.assay.load.demo;
