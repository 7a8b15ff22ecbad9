/**
 * People who are not there: workers of different skill, diligence and speed, and a reviewer. They
 * go through the public API alone, and know the truth only to simulate what they would see.
 */
@org.jspecify.annotations.NullMarked
package io.assay.system.crowd;
