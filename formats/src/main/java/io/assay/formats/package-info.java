/**
 * Reads and writes the formats of the trade. {@link io.assay.formats.Formats} is the entry:
 *
 * <pre>{@code
 * try (RecordReader reader = Formats.reader(Format.COCO, ontology, body, sizes)) {
 *     for (Optional<Entry> next = reader.next(); next.isPresent(); next = reader.next()) {
 *         switch (next.get()) {
 *             case Entry.Row(var place, var labelled) -> …
 *             case Entry.Bad(var place, var externalId, var reason) -> …
 *         }
 *     }
 * } catch (UnusableFile e) {
 *     … // nothing behind this can be read; its message says why
 * }
 * }</pre>
 *
 * <p>Every reader takes the file itself or a ZIP of such files (VOC and YOLO: a ZIP), in constant
 * memory; COCO and YOLO spool to disk what they have to sort, about as much as is sent. A reader
 * only makes answers; whether they are valid in the project is for {@link
 * io.assay.events.AnswerRules} to say.
 */
@org.jspecify.annotations.NullMarked
package io.assay.formats;
