package io.assay.formats.voc;

import io.assay.formats.data.BadEntry;
import io.assay.formats.data.Classes;
import io.assay.formats.data.Entry;
import io.assay.formats.data.PicturePath;
import io.assay.formats.data.Pictures;
import io.assay.formats.data.RecordReader;
import io.assay.formats.data.UnusableFile;
import io.assay.formats.io.SentFiles;
import io.assay.formats.io.SortedSpool;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the XML files of an archive, or one alone: a picture each. One that cannot be read spoils
 * none of the others. They wait on disk until all names are known, since only then it is known
 * which folders merely wrap the whole archive.
 */
public final class VocReader implements RecordReader {

    private static final int MAX_FILE_BYTES = 4 * 1024 * 1024;
    private static final int MAX_TOO_LONG = 10_000;

    private final SentFiles files;
    private final VocPictures pictures;
    private final SortedSpool spool = new SortedSpool();
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private final SortedSpool.Sorted left;
    private @Nullable List<String> wrapping;

    /**
     * @throws UnusableFile if there is no such file
     */
    public VocReader(SentFiles files, Classes classes, Pictures pictures) throws IOException {
        this.files = files;
        this.pictures = new VocPictures(classes, pictures);
        SortedSpool.Sorted sorted = null;
        try {
            spool();
            sorted = spool.sorted();
        } finally {
            if (sorted == null) {
                close();
            }
        }
        this.left = sorted;
    }

    private void spool() throws IOException {
        boolean found = false;
        for (Optional<String> file = files.next(); file.isPresent(); file = files.next()) {
            String name = file.get();
            if (name.isEmpty() || name.toLowerCase(Locale.ROOT).endsWith(".xml")) {
                found = true;
                spool(name);
            } else {
                found |= SentFiles.isOurs(name);
            }
        }
        if (!found) {
            throw new UnusableFile("ZIP: no file *.xml in it (expected: one)");
        }
    }

    private void spool(String name) throws IOException {
        byte[] content = files.content().readNBytes(MAX_FILE_BYTES + 1);
        if (content.length <= MAX_FILE_BYTES) {
            spool.add(PicturePath.key(ownName(name)) + '\n' + name, 0, content);
            wrapping = PicturePath.wrapping(wrapping, name);
            return;
        }
        if (waiting.size() >= MAX_TOO_LONG) {
            throw new UnusableFile(name + ": over " + MAX_FILE_BYTES + " bytes, after many such");
        }
        String place = VocPictures.place(name);
        waiting.add(new Entry.Bad(place, null, "file: over " + MAX_FILE_BYTES + " bytes"));
    }

    /** What the file is called, without its ending. */
    static String ownName(String file) {
        return file.isEmpty() ? file : file.substring(0, file.length() - ".xml".length());
    }

    @Override
    public Optional<Entry> next() throws IOException {
        if (waiting.isEmpty()) {
            Optional<SortedSpool.Item> item = left.take();
            if (item.isPresent()) {
                read(item.get());
            }
        }
        return Optional.ofNullable(waiting.poll());
    }

    private void read(SortedSpool.Item item) throws IOException {
        String name = item.key().substring(item.key().indexOf('\n') + 1);
        String place = VocPictures.place(name);
        int loose = wrapping == null ? 0 : wrapping.size();
        try {
            waiting.addAll(pictures.read(name, loose, item.content()));
        } catch (UnusableFile e) {
            waiting.add(new Entry.Bad(place, null, String.valueOf(e.getMessage())));
        } catch (BadEntry e) {
            waiting.add(new Entry.Bad(place, null, e.reason()));
        }
    }

    @Override
    public void close() throws IOException {
        try (spool) {
            files.close();
        }
    }
}
