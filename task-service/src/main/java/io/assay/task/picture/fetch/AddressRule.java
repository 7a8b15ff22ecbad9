package io.assay.task.picture.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import org.springframework.boot.http.client.InetAddressFilter;

/**
 * Which addresses are out in the world: all that the IANA registers of special-purpose addresses do
 * not keep for hosts, local networks, groups, documents or tunnels.
 */
public final class AddressRule {

    private static final InetAddressFilter PUBLIC_V4 =
            InetAddressFilter.not(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4");

    /**
     * All unicast that was ever given out, without protocols, benchmarks, documents, and tunnels
     * that hide another address. What is mapped from IPv4 lies outside.
     */
    private static final InetAddressFilter PUBLIC_V6 =
            InetAddressFilter.of("2000::/3")
                    .andNot("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private AddressRule() {}

    public static boolean isPublic(InetAddress address) {
        return (address instanceof Inet4Address ? PUBLIC_V4 : PUBLIC_V6).matches(address);
    }
}
