package io.assay.cli.pictures;

import io.assay.events.Ids;

/**
 * A picture whose right class is known.
 *
 * @param name unique in its set; the requester's external id
 * @param classId what it shows
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Picture(String name, String classId, String contentType, byte[] bytes) {

    public String sha256() {
        return Ids.sha256Hex(bytes);
    }

    @Override
    public String toString() {
        return name + " (" + classId + ", " + bytes.length + " bytes)";
    }
}
