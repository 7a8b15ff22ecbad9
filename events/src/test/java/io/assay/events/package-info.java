/** Pins the wire: golden files, schemas and the AsyncAPI document, each checked against records. */
@org.jspecify.annotations.NullMarked
package io.assay.events;
