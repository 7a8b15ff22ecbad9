package io.assay.gateway.web;

import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.client.InetAddressFilter;

/** Whose word about where a request comes from is taken. */
final class TrustedProxies {

    private static final Pattern RANGE = Pattern.compile("[^/]+(/\\d+)?");

    private final List<InetAddressFilter> ranges;

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

    boolean trusts(@Nullable String text) {
        InetAddress address = text == null ? null : address(text);
        return address != null && ranges.stream().anyMatch(range -> range.matches(address));
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
            if (!trusts(client) || address(address) == null) {
                break;
            }
            client = address;
        }
        return client;
    }

    private static InetAddressFilter range(String text) {
        try {
            if (RANGE.matcher(text).matches()) {
                return InetAddressFilter.of(text);
            }
        } catch (IllegalArgumentException _) {
            // said below, with the property's name
        }
        throw new IllegalArgumentException(
                "trusted-proxies: " + text + " (expected: an address, or one with /bits)");
    }

    private static @Nullable InetAddress address(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
