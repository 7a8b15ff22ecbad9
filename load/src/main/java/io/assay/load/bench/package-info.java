/**
 * How fast the platform is, and what that costs: phases of load, and a table of what they showed.
 */
@org.jspecify.annotations.NullMarked
package io.assay.load.bench;
