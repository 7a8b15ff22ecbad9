package io.assay.assignment.dispatch;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/**
 * Turns ids into numbers and back. Ours are 32 hex digits; any other, which only another system
 * could make, is numbered by its hash and kept as it is.
 */
final class TaskIds {

    private static final int DIGITS = 32;

    /** Of foreign ids; some 30 MB. */
    static final int MAX_FOREIGN_IDS = 200_000;

    private final Map<TaskId, String> foreign = new HashMap<>();

    static TaskId of(String id) {
        if (isOurs(id)) {
            return new TaskId(
                    HexFormat.fromHexDigitsToLong(id, 0, DIGITS / 2),
                    HexFormat.fromHexDigitsToLong(id, DIGITS / 2, DIGITS));
        }
        UUID hash = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
        return new TaskId(hash.getMostSignificantBits(), hash.getLeastSignificantBits());
    }

    /** False of one more foreign id than there is room for. */
    boolean hasRoomFor(String id) {
        return foreign.size() < MAX_FOREIGN_IDS || isOurs(id) || foreign.containsKey(of(id));
    }

    /** From now on {@link #nameOf} knows it. */
    TaskId remember(String id) {
        TaskId number = of(id);
        if (!isOurs(id)) {
            foreign.put(number, id);
        }
        return number;
    }

    String nameOf(TaskId id) {
        String name = foreign.isEmpty() ? null : foreign.get(id);
        if (name != null) {
            return name;
        }
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(id.high) + hex.toHexDigits(id.low);
    }

    private static boolean isOurs(String id) {
        if (id.length() != DIGITS) {
            return false;
        }
        for (int i = 0; i < DIGITS; i++) {
            char digit = id.charAt(i);
            if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
                return false;
            }
        }
        return true;
    }
}
