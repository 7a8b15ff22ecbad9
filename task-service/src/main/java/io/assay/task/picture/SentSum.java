package io.assay.task.picture;

import io.assay.events.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Sums up what is sent, by which the same is known when it comes again. */
final class SentSum {

    private final MessageDigest all = Ids.sha256();

    /**
     * @param terms what else was asked for
     */
    SentSum(String terms) {
        add(terms);
    }

    /** A file, which is in the sum once {@link Reading#toTheEnd} was called. */
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
