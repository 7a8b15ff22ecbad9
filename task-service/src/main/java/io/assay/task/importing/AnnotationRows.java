package io.assay.task.importing;

import io.assay.events.Answer;
import io.assay.events.Ontology;
import io.assay.formats.Formats;
import io.assay.formats.data.Entry;
import io.assay.formats.data.Format;
import io.assay.formats.data.Labelled;
import io.assay.formats.data.Pictures;
import io.assay.formats.data.RecordReader;
import io.assay.formats.data.UnusableFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of an annotation format, their answers as gold or to be corrected. A row's number counts
 * pictures; such a file cannot be gone on with from its middle.
 */
final class AnnotationRows implements RowReader {

    /** An answer may be long. */
    private static final int AT_ONCE = 100;

    private final RecordReader records;
    private final AnnotationTerms terms;
    private final List<RowNote> notes = new ArrayList<>();
    private @Nullable String spoilt;
    private long number;

    AnnotationRows(RecordReader records, AnnotationTerms terms) {
        this.records = records;
        this.terms = terms;
    }

    /**
     * @throws UnreadableFile if the content is no such file
     */
    static AnnotationRows of(
            ImportFormat format,
            AnnotationTerms terms,
            Ontology ontology,
            InputStream content,
            Pictures pictures)
            throws IOException {
        Format known = Format.named(format.wireName()).orElseThrow();
        Ontology answers = terms.isGold() ? ontology : ontology.ofPreLabels();
        try {
            return new AnnotationRows(Formats.reader(known, answers, content, pictures), terms);
        } catch (UnusableFile e) {
            throw new UnreadableFile(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public Optional<RowBatch> next() throws IOException {
        List<NumberedRow> rows = new ArrayList<>();
        List<RowError> unreadable = new ArrayList<>();
        for (Optional<Entry> entry = read(); entry.isPresent(); entry = more(rows, unreadable)) {
            switch (entry.get()) {
                case Entry.Row(var place, var labelled) -> take(place, labelled, rows, unreadable);
                case Entry.Note note -> keep(note);
                case Entry.Bad(var place, var externalId, var reason) -> {
                    number++;
                    spoilt = null;
                    unreadable.add(bad(place, externalId, reason));
                }
            }
        }
        List<RowNote> passedOver = List.copyOf(notes);
        notes.clear();
        return rows.isEmpty() && unreadable.isEmpty()
                ? Optional.empty()
                : Optional.of(new RowBatch(rows, unreadable, passedOver, new Position(0, number)));
    }

    private void keep(Entry.Note note) {
        String text = BadRow.visible(note.place() + ": " + note.text());
        notes.add(new RowNote(number + 1, note.externalId(), text));
        if (note.spoilsGold()) {
            spoilt = note.text();
        }
    }

    /** What is not the whole truth about a picture is no gold. */
    private void take(
            String place, Labelled labelled, List<NumberedRow> rows, List<RowError> unreadable) {
        number++;
        String why = spoilt;
        spoilt = null;
        if (why != null && terms.isGold()) {
            unreadable.add(bad(place, labelled.externalId(), "no gold: " + why));
        } else {
            rows.add(new NumberedRow(number, row(labelled), place));
        }
    }

    private RowError bad(String place, @Nullable String externalId, String reason) {
        return new BadRow(null, place + ": " + reason).at(number, externalId);
    }

    private Optional<Entry> more(List<NumberedRow> rows, List<RowError> unreadable)
            throws IOException {
        return rows.size() + unreadable.size() < AT_ONCE ? read() : Optional.empty();
    }

    private Optional<Entry> read() throws IOException {
        try {
            return records.next();
        } catch (UnusableFile e) {
            throw new UnreadableFile(String.valueOf(e.getMessage()), e);
        }
    }

    private ImportRow row(Labelled labelled) {
        String ref = labelled.ref();
        boolean linked = ref != null && ref.startsWith("https:");
        String url = linked ? ref : terms.url(labelled.fileName());
        String picture = url == null ? named(labelled) : null;
        Answer answer = labelled.answer();
        return new ImportRow(
                labelled.externalId(),
                picture,
                url,
                labelled.width(),
                labelled.height(),
                null,
                null,
                null,
                terms.isGold() ? answer : null,
                null,
                terms.isGold() ? null : answer,
                null);
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private @Nullable String named(Labelled labelled) {
        return labelled.ref() == null ? terms.picture(labelled.fileName()) : labelled.ref();
    }
}
