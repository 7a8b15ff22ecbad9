/** Fetching from other people's servers without being used against our own network. */
@org.jspecify.annotations.NullMarked
package io.assay.task.picture.fetch;
