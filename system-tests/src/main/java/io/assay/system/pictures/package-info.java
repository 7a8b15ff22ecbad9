/** Pictures whose right class is known: of npm packages for the demo, drawn ones for tests. */
@org.jspecify.annotations.NullMarked
package io.assay.system.pictures;
