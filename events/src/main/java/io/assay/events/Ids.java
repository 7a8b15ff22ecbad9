package io.assay.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Identities that follow from what they name, so that a repeat is recognised as one. */
public final class Ids {

    private Ids() {}

    /**
     * 32 hex digits: the first 16 bytes of SHA-256 over the salt, a zero byte and the external id.
     * Has the form of a W3C trace id on purpose: the trace of a picture is found under its task id.
     *
     * @param salt of the project; kept by whoever makes its tasks, as workers see task ids, and
     *     could tell what was made of what if they could compute them
     */
    public static String taskId(String salt, String externalId) {
        MessageDigest sha = sha256();
        sha.update(salt.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
        sha.update(externalId.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(sha.digest(), 0, 16);
    }

    /** {@code task.worker}: a worker can never hold one task twice, whatever fails. */
    public static String assignmentId(String taskId, String workerId) {
        return taskId + "." + workerId;
    }

    /** {@code assignment.reason}: an assignment is never paid twice for one reason. */
    public static String earningId(String assignmentId, EarningReason reason) {
        return assignmentId + "." + reason.name().toLowerCase(Locale.ROOT);
    }

    /** Lower-case hex of SHA-256. */
    public static String sha256Hex(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /** A fresh digest, for what comes in pieces. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
