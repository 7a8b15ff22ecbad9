package io.assay.task.picture;

import io.assay.task.picture.fetch.RemoteFiles;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes a picture in from a link. */
final class FetchPicture {

    /** What came of it. */
    sealed interface Outcome {

        /** The bytes came; what they are is another matter. */
        record Fetched(StorePicture.Outcome outcome) implements Outcome {}

        record NotAllowed(String detail) implements Outcome {}

        record Failed(String detail) implements Outcome {}
    }

    private final RemoteFiles files;
    private final StorePicture store;

    FetchPicture(RemoteFiles files, StorePicture store) {
        this.files = files;
        this.store = store;
    }

    Outcome fetch(String url, String ownerId, @Nullable String name, boolean replace)
            throws IOException {
        return switch (files.fetch(url, body -> store.store(body, ownerId, name, replace))) {
            case RemoteFiles.Outcome.Read<StorePicture.Outcome>(var outcome) ->
                    new Outcome.Fetched(outcome);
            case RemoteFiles.Outcome.NotAllowed<StorePicture.Outcome>(var detail) ->
                    new Outcome.NotAllowed(detail);
            case RemoteFiles.Outcome.Failed<StorePicture.Outcome>(var detail) ->
                    new Outcome.Failed(detail);
        };
    }
}
