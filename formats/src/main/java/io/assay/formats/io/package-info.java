/** Files, ZIP archives and spools that never hold more than a part. */
@org.jspecify.annotations.NullMarked
package io.assay.formats.io;
