/** Entry of the tools that drive the whole platform from outside: the demo and the chaos run. */
@org.jspecify.annotations.NullMarked
package io.assay.system;
