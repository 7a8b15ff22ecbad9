package io.assay.task.picture;

import io.assay.task.picture.fetch.RemoteFiles;
import io.assay.task.picture.file.PictureRefusal;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes a picture in from a link. */
final class FetchPicture {

    private final RemoteFiles files;
    private final StorePicture store;

    FetchPicture(RemoteFiles files, StorePicture store) {
        this.files = files;
        this.store = store;
    }

    StorePicture.Outcome fetch(String url, String ownerId, @Nullable String name, boolean replace)
            throws IOException {
        return switch (files.fetch(url, body -> store.store(body, ownerId, name, replace))) {
            case RemoteFiles.Outcome.Read<StorePicture.Outcome>(var outcome) -> outcome;
            case RemoteFiles.Outcome.NotAllowed<StorePicture.Outcome>(var detail) ->
                    new StorePicture.Outcome.Refused(new PictureRefusal.UrlNotAllowed(detail));
            case RemoteFiles.Outcome.Failed<StorePicture.Outcome>(var detail) ->
                    new StorePicture.Outcome.Refused(new PictureRefusal.FetchFailed(detail));
        };
    }
}
