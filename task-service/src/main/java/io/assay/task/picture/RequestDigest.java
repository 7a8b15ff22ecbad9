package io.assay.task.picture;

import io.assay.events.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A digest of what is sent, by which a repeat is recognised. */
final class RequestDigest {

    private final MessageDigest all = Ids.sha256();

    /**
     * @param terms of the request, beside its files
     */
    RequestDigest(String terms) {
        add(terms);
    }

    /** A file, which is in the digest once {@link Reading#toTheEnd} was called. */
    Reading reading(String name, InputStream in) {
        add(name);
        return new Reading(new DigestInputStream(in, Ids.sha256()));
    }

    /** 64 hexadecimal digits. */
    String hex() {
        return HexFormat.of().formatHex(all.digest());
    }

    private void add(String text) {
        all.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Of a file. */
    final class Reading {

        private final DigestInputStream in;

        private Reading(DigestInputStream in) {
            this.in = in;
        }

        InputStream in() {
            return in;
        }

        /** Reads what is left, too. */
        void toTheEnd() throws IOException {
            in.transferTo(OutputStream.nullOutputStream());
            all.update(in.getMessageDigest().digest());
        }
    }
}
