/** What requests share: memory and slots, each with an end. */
@org.jspecify.annotations.NullMarked
package io.assay.task.limit;
