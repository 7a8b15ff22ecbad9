package io.assay.task.picture;

import io.assay.events.Ids;
import io.assay.formats.data.PicturePath;
import java.nio.charset.StandardCharsets;

/**
 * What an owner calls a picture. The same name later given to another picture means that one.
 *
 * @param id follows from owner and name
 * @param key what the names share that a file of annotations may mean by one path
 */
record NamedPicture(String id, String ownerId, String name, String key, String sha256) {

    static NamedPicture of(String ownerId, String name, String sha256) {
        return new NamedPicture(id(ownerId, name), ownerId, name, PicturePath.key(name), sha256);
    }

    static String id(String ownerId, String name) {
        return Ids.sha256Hex((ownerId + "\n" + name).getBytes(StandardCharsets.UTF_8));
    }
}
