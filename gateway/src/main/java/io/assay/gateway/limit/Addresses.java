package io.assay.gateway.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/** Whom an address stands for, as far as limits go. */
final class Addresses {

    private static final int PREFIX_BYTES = 8;

    private Addresses() {}

    /**
     * An IPv4 address as it is, an IPv6 address by its first 64 bits: whoever has one has all of
     * them.
     */
    static String group(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(parsed.getAddress(), 0, PREFIX_BYTES) + "/64"
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException _) {
            return address;
        }
    }
}
