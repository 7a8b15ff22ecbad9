package io.assay.task.picture;

import io.assay.events.Ids;
import java.nio.charset.StandardCharsets;

/**
 * What an owner calls a picture. Another picture gets the same name only if that is asked for.
 *
 * @param id follows from owner and name
 */
record NamedPicture(String id, String ownerId, String name, String sha256) {

    static NamedPicture of(String ownerId, String name, String sha256) {
        return new NamedPicture(id(ownerId, name), ownerId, name, sha256);
    }

    static String id(String ownerId, String name) {
        return Ids.sha256Hex((ownerId + "\n" + name).getBytes(StandardCharsets.UTF_8));
    }
}
