/** Load: many workers at little cost to the machine that they share with what they measure. */
@org.jspecify.annotations.NullMarked
package io.assay.system.load;
