package io.assay.task.picture.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Which addresses are out in the world: all that the IANA registers of special-purpose addresses do
 * not keep for hosts, local networks, groups, documents or tunnels.
 */
public final class AddressRule {

    private static final List<Block> INWARD_V4 =
            blocks(
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

    /** All unicast that was ever given out. What is mapped from IPv4 lies outside. */
    private static final Block OUTWARD_V6 = Block.of("2000::/3");

    /** Protocols, benchmarks, documents, and tunnels that hide another address. */
    private static final List<Block> INWARD_V6 =
            blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private AddressRule() {}

    public static boolean isPublic(InetAddress address) {
        return address instanceof Inet4Address
                ? INWARD_V4.stream().noneMatch(block -> block.contains(address))
                : OUTWARD_V6.contains(address)
                        && INWARD_V6.stream().noneMatch(block -> block.contains(address));
    }

    private static List<Block> blocks(String... all) {
        return List.of(all).stream().map(Block::of).toList();
    }

    private record Block(byte[] address, int bits) {

        static Block of(String text) {
            String[] parts = text.split("/");
            try {
                return new Block(
                        InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException("block: " + text, e);
            }
        }

        boolean contains(InetAddress other) {
            byte[] bytes = other.getAddress();
            if (bytes.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((bytes[bit / 8] & mask) != (address[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
