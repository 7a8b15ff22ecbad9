/** Pictures whose class is known, and pictures that are drawn. */
@org.jspecify.annotations.NullMarked
package io.assay.cli.pictures;
