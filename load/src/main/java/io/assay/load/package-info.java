/** Commands that start a stack, put load on it or harm it, and check what comes of it. */
@org.jspecify.annotations.NullMarked
package io.assay.load;
