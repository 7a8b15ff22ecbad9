/** Makes tasks out of another project's results: is this label right? */
@org.jspecify.annotations.NullMarked
package io.assay.task.verification;
