package io.assay.task.importing;

import io.assay.formats.data.Pictures;
import io.assay.task.picture.MongoPictures;
import io.assay.task.project.Project;
import java.io.IOException;
import java.io.InputStream;

/** Reads the rows of a body and returns how that ended. */
final class ImportAttempts {

    private final ImportWriter writer;
    private final ImportWatch watch;
    private final MongoPictures pictures;

    ImportAttempts(ImportWriter writer, ImportWatch watch, MongoPictures pictures) {
        this.writer = writer;
        this.watch = watch;
        this.pictures = pictures;
    }

    /**
     * @param job at work, by a runner of its own
     * @param last whether the body reaches to the end of the file
     */
    ImportOutcome make(ImportJob job, Project project, ImportBody body, boolean last)
            throws IOException {
        ImportAttempt attempt = new ImportAttempt(writer, project, job);
        watch.started(job.runner());
        try (attempt) {
            try (RowReader reader = reader(job, project, body, last)) {
                attempt.run(reader);
                body.passOverAll(); // the end of an archive holds no rows
            }
            return new ImportOutcome.Taken(ended(taken(attempt.job(), job, body, last)));
        } catch (UnreadableFile e) {
            return new ImportOutcome.Unreadable(
                    ended(attempt.job().failed(e.reason(), writer.now())));
        } catch (BodyTooLong e) {
            String why = String.valueOf(e.getMessage());
            return new ImportOutcome.TooLong(ended(attempt.job().interrupted(why, writer.now())));
        } catch (ImportAttempt.Stopped e) {
            return new ImportOutcome.Over(stopped(attempt.job()));
        } catch (IOException | RuntimeException e) {
            cutOff(attempt.job(), e);
            throw e;
        } finally {
            watch.ended(job.runner());
        }
    }

    private RowReader reader(ImportJob job, Project project, ImportBody body, boolean last)
            throws IOException {
        InputStream content = body.content();
        ImportProgress progress = job.progress();
        AnnotationTerms annotations = job.terms().annotations();
        if (annotations != null) {
            return AnnotationRows.of(
                    job.terms().format(),
                    annotations,
                    project.spec().ontology(),
                    content,
                    pictures(annotations, project));
        }
        return job.terms().format() == ImportFormat.CSV
                ? new CsvRows(
                        records(content, RecordScanner.csv(), progress.position(), last),
                        progress.columns(),
                        project.spec().ontology().tool())
                : new NdjsonRows(records(content, RecordScanner.none(), progress.position(), last));
    }

    /** Of those on the web nothing is known. */
    private Pictures pictures(AnnotationTerms annotations, Project project) {
        return annotations.isLinked()
                ? Pictures.UNKNOWN
                : new UploadedPictures(
                        pictures,
                        project.requesterId(),
                        annotations.pictures(),
                        project.spec().allowedHosts());
    }

    private static Records records(
            InputStream content, RecordScanner quoting, Position from, boolean last) {
        return new Records(content, quoting, from, last, RowReader.MAX_ROW_BYTES);
    }

    private ImportJob taken(ImportJob now, ImportJob before, ImportBody body, boolean last) {
        boolean inOnePiece = before.progress().bytes() == 0;
        return last
                ? now.done(inOnePiece ? body.checksum() : null, writer.now())
                : now.interrupted(null, writer.now());
    }

    /** If this cannot be stored, the watch will notice. */
    private void cutOff(ImportJob job, Exception cause) {
        try {
            ended(job.interrupted(ImportWatch.INTERRUPTED, writer.now()));
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private ImportJob stopped(ImportJob job) {
        return job.cancelling() ? ended(job.cancelled(writer.now())) : job;
    }

    private ImportJob ended(ImportJob job) {
        return writer.save(job).orElse(job);
    }
}
