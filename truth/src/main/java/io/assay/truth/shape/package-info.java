/**
 * Objects as they are drawn, tool by tool: how far two of them are the same, and what several
 * drawings of one thing make together. Geometry is JTS's.
 */
@NullMarked
package io.assay.truth.shape;

import org.jspecify.annotations.NullMarked;
