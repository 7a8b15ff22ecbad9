/**
 * Simulated workers of different skill, diligence and speed. They use the public API alone, and
 * know the truth only to simulate what they would see.
 */
@org.jspecify.annotations.NullMarked
package io.assay.load.crowd;
