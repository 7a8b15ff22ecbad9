package io.assay.movedclock;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets a class ask {@link MovedClock} where it asks the real clock. Only the class file's constant
 * pool changes (The Java Virtual Machine Specification, section 4.4): a method reference names
 * another class, and the code that uses it stays as it is.
 */
final class Calls {

    static final String MOVED = "io/assay/movedclock/MovedClock";
    private static final Map<String, String> CLOCKS =
            Map.of(
                    "currentTimeMillis", "java/lang/System",
                    "getNanoTimeAdjustment", "jdk/internal/misc/VM");

    private static final int HEADER = 8;
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final int METHOD = 10;
    private static final int METHOD_HANDLE = 15;
    private static final int METHOD_TYPE = 16;
    private static final int MODULE = 19;
    private static final int PACKAGE = 20;

    private final byte[] bytes;
    private final int count;
    private final int[] offsets;
    private final int end;

    private Calls(byte[] bytes) {
        this.bytes = bytes;
        this.count = u2(HEADER);
        this.offsets = new int[count];
        int at = HEADER + 2;
        for (int i = 1; i < count; i++) {
            offsets[i] = at;
            int tag = bytes[at];
            at += 1 + length(tag, at + 1);
            if (tag == LONG || tag == DOUBLE) {
                i++; // takes two places
            }
        }
        this.end = at;
    }

    /** The class with its questions redirected, or null if it asks no clock. */
    static byte @Nullable [] redirected(byte[] classFile) {
        return new Calls(classFile).redirected();
    }

    private byte @Nullable [] redirected() {
        byte[] changed = null;
        for (int i = 1; i < count; i++) {
            int at = offsets[i];
            if (at != 0 && bytes[at] == METHOD && asksTheClock(at)) {
                changed = changed == null ? Arrays.copyOf(bytes, bytes.length) : changed;
                putU2(changed, at + 1, count + 1);
            }
        }
        return changed == null ? null : withMovedClock(changed);
    }

    private boolean asksTheClock(int method) {
        int nameAndType = offsets[u2(method + 3)];
        String name = utf8(offsets[u2(nameAndType + 1)]);
        String owner = utf8(offsets[u2(offsets[u2(method + 1)] + 1)]);
        return owner.equals(CLOCKS.get(name));
    }

    /** Two constants more at the end: the name of the class, and the class. */
    private byte[] withMovedClock(byte[] changed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(changed.length + 64);
        try (DataOutputStream data = new DataOutputStream(out)) {
            putU2(changed, HEADER, count + 2);
            data.write(changed, 0, end);
            data.writeByte(UTF8);
            data.writeUTF(MOVED);
            data.writeByte(CLASS);
            data.writeShort(count);
            data.write(changed, end, changed.length - end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private int length(int tag, int at) {
        return switch (tag) {
            case UTF8 -> 2 + u2(at);
            case LONG, DOUBLE -> 8;
            case CLASS, STRING, METHOD_TYPE, MODULE, PACKAGE -> 2;
            case METHOD_HANDLE -> 3;
            default -> 4;
        };
    }

    private String utf8(int at) {
        try (DataInputStream data =
                new DataInputStream(
                        new ByteArrayInputStream(bytes, at + 1, bytes.length - at - 1))) {
            return data.readUTF();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int u2(int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }

    private static void putU2(byte[] bytes, int at, int value) {
        bytes[at] = (byte) (value >> 8);
        bytes[at + 1] = (byte) value;
    }
}
