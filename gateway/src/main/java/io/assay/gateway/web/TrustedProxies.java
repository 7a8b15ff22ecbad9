package io.assay.gateway.web;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose word about where a request comes from is taken. */
final class TrustedProxies {

    private final List<Range> ranges;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Range(byte[] network, int bits) {

        boolean has(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit += Byte.SIZE) {
                int mask = bits - bit >= Byte.SIZE ? 0xff : 0xff << (Byte.SIZE - (bits - bit));
                int at = bit / Byte.SIZE;
                if (((address[at] ^ network[at]) & mask & 0xff) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * @param ranges addresses, or ranges as in {@code 10.0.0.0/8}
     * @throws IllegalArgumentException if one is neither
     */
    TrustedProxies(List<String> ranges) {
        this.ranges =
                ranges.stream()
                        .map(String::strip)
                        .filter(r -> !r.isEmpty())
                        .map(TrustedProxies::range)
                        .toList();
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    boolean trusts(@Nullable String address) {
        byte[] bytes = address == null ? null : bytes(address);
        return bytes != null && ranges.stream().anyMatch(range -> range.has(bytes));
    }

    /**
     * Who asked: the last of the forwarded addresses that is no proxy of ours. What stands before
     * it may have been made up by whoever asked.
     *
     * @param peer whom the connection is with
     * @param forwarded {@code X-Forwarded-For}, null if absent
     */
    String client(String peer, @Nullable String forwarded) {
        String client = peer;
        if (forwarded == null) {
            return client;
        }
        List<String> hops = List.of(forwarded.split(",", -1));
        for (String hop : hops.reversed()) {
            String address = hop.strip();
            if (!trusts(client) || bytes(address) == null) {
                break;
            }
            client = address;
        }
        return client;
    }

    private static Range range(String text) {
        int slash = text.indexOf('/');
        byte[] network = bytes(slash < 0 ? text : text.substring(0, slash));
        if (network == null) {
            throw bad(text);
        }
        int all = network.length * Byte.SIZE;
        try {
            int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > all) {
                throw bad(text);
            }
            return new Range(network, bits);
        } catch (NumberFormatException _) {
            throw bad(text);
        }
    }

    private static IllegalArgumentException bad(String text) {
        return new IllegalArgumentException(
                "trusted-proxies: " + text + " (expected: an address, or one with /bits)");
    }

    private static byte @Nullable [] bytes(String address) {
        try {
            return InetAddress.ofLiteral(address).getAddress();
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
