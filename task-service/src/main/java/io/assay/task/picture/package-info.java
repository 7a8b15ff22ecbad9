/**
 * Pictures: taken in singly, in archives, from links and partners' buckets; served by signed URL.
 */
@org.jspecify.annotations.NullMarked
package io.assay.task.picture;
