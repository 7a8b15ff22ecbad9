package io.assay.task.picture;

import io.assay.task.picture.archive.Archive;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores the files of one upload and writes down what became of each, some at a time. */
final class UploadReport implements Archive.Visitor {

    private static final int SOME = 100;

    private final String folder;
    private final boolean replace;
    private final StorePicture store;
    private final MongoUploads uploads;
    private final List<UploadEntry> entries = new ArrayList<>();
    private Upload upload;
    private @Nullable String stopped;

    /**
     * @param folder put before each name, empty for none
     * @param replace whether a name may be given to another picture than before
     */
    UploadReport(
            Upload upload,
            String folder,
            boolean replace,
            StorePicture store,
            MongoUploads uploads) {
        this.upload = upload;
        this.folder = folder;
        this.replace = replace;
        this.store = store;
        this.uploads = uploads;
    }

    @Override
    public void file(String name, InputStream content) throws IOException {
        if (!skips(name)) {
            String path = path(name);
            add(
                    UploadEntry.of(
                            next(), path, store.store(content, upload.ownerId(), path, replace)));
        }
    }

    @Override
    public void unreadable(String name) {
        if (!skips(name)) {
            add(UploadEntry.refused(next(), path(name), "encrypted"));
        }
    }

    @Override
    public void nested(String name) {
        if (!skips(name)) {
            add(UploadEntry.refused(next(), path(name), "nested-archive"));
        }
    }

    void stopped(String why) {
        stopped = why;
    }

    /**
     * One without a file that anybody meant to send is no success.
     *
     * @param sum of what was sent, null if not all of it was read
     */
    Upload finish(@Nullable String sum, Instant now) {
        String why = stopped == null && upload.entries() == 0 ? "no-files" : stopped;
        upload = upload.finished(why, sum, now);
        flush();
        return upload;
    }

    private long next() {
        return upload.entries() + 1;
    }

    private void add(UploadEntry entry) {
        entries.add(entry);
        upload = upload.with(entry);
        if (entries.size() == SOME) {
            flush();
        }
    }

    private void flush() {
        uploads.keep(upload, entries);
        entries.clear();
    }

    private String path(String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    private boolean skips(String name) {
        boolean isSystemFile = SystemFiles.contains(name);
        upload = isSystemFile ? upload.withSkipped() : upload;
        return isSystemFile;
    }
}
