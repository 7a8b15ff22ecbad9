/** The pictures of the demo, from npm packages. */
@org.jspecify.annotations.NullMarked
package io.assay.load.pictures;
