package io.assay.task.picture;

import io.assay.task.picture.archive.Archive;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores the files of one upload and writes down what became of each, some at a time. */
final class UploadReport implements Archive.Visitor {

    private static final int SOME = 100;

    /** What systems leave in folders, and nobody means to send. */
    private static final Set<String> LITTER = Set.of("thumbs.db", "desktop.ini");

    private final String folder;
    private final StorePicture store;
    private final MongoUploads uploads;
    private final List<UploadEntry> entries = new ArrayList<>();
    private Upload upload;
    private @Nullable String stopped;

    /**
     * @param folder put before each name, empty for none
     */
    UploadReport(Upload upload, String folder, StorePicture store, MongoUploads uploads) {
        this.upload = upload;
        this.folder = folder;
        this.store = store;
        this.uploads = uploads;
    }

    @Override
    public void file(String name, InputStream content) throws IOException {
        if (isLitter(name)) {
            upload = upload.withSkipped();
        } else {
            String path = path(name);
            add(UploadEntry.of(next(), path, store.store(content, upload.ownerId(), path)));
        }
    }

    @Override
    public void unreadable(String name) {
        add(UploadEntry.refused(next(), path(name), "encrypted"));
    }

    @Override
    public void nested(String name) {
        add(UploadEntry.refused(next(), path(name), "nested-archive"));
    }

    void stopped(String why) {
        stopped = why;
    }

    Upload finish(Instant now) {
        upload = upload.finished(stopped, now);
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

    private static boolean isLitter(String name) {
        String path = name.replace('\\', '/');
        String last = path.substring(path.lastIndexOf('/') + 1);
        return path.startsWith("__MACOSX/")
                || path.contains("/__MACOSX/")
                || last.startsWith(".")
                || LITTER.contains(last.toLowerCase(Locale.ROOT));
    }
}
