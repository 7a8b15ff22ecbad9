package io.assay.cli.people;

import java.nio.charset.StandardCharsets;

/**
 * What came back over a {@link RawConnection}.
 *
 * @param closes whether the server ends the connection with it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RawReply(int status, byte[] body, boolean closes) {

    boolean isSuccess() {
        return status / 100 == 2;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
