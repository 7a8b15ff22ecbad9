package io.assay.cli.replay;

import io.assay.cli.client.Projects;
import io.assay.cli.pictures.DrawnPictures;
import io.assay.cli.pictures.Picture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What workers are shown: {@code images/ITEM.jpg}, or a placeholder where that is not recorded. */
record Pictures(Path directory, Projects projects) {

    private static final int PLACEHOLDERS = 16;
    private static final int UPLOADS_AT_ONCE = 4;

    /** Uploads what is needed; what an import row names, by item. */
    Map<String, String> upload(Collection<String> items) throws InterruptedException {
        List<Picture> drawn = DrawnPictures.draw(PLACEHOLDERS, List.of("placeholder"), 1);
        Map<String, String> refs = new LinkedHashMap<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(UPLOADS_AT_ONCE)) {
            List<Future<String>> placeholders =
                    drawn.stream()
                            .map(one -> pool.submit(() -> upload(one.contentType(), one.bytes())))
                            .toList();
            Map<String, Future<String>> uploads = new LinkedHashMap<>();
            for (String item : items) {
                Path file = file(item);
                uploads.put(
                        item,
                        Files.exists(file)
                                ? pool.submit(() -> upload("image/jpeg", bytes(file)))
                                : placeholders.get(uploads.size() % PLACEHOLDERS));
            }
            for (Map.Entry<String, Future<String>> upload : uploads.entrySet()) {
                refs.put(upload.getKey(), upload.getValue().get());
            }
            return refs;
        } catch (ExecutionException e) {
            throw new IllegalStateException("upload: " + e.getCause(), e);
        }
    }

    long recorded(Collection<String> items) {
        return items.stream().filter(item -> Files.exists(file(item))).count();
    }

    private String upload(String contentType, byte[] bytes) {
        return projects.upload(contentType, bytes).ref();
    }

    /** Never outside of the directory, whatever an item is called. */
    private Path file(String item) {
        Path images = directory.resolve("images").normalize();
        Path file = images.resolve(item.replace('\0', '_') + ".jpg").normalize();
        return file.startsWith(images) ? file : images.resolve("none");
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
