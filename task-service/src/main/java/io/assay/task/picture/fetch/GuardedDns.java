package io.assay.task.picture.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Answers the HTTP client with addresses that were checked. The client connects to what it is given
 * here and asks no one else, so a name that means another address a moment later gains nothing.
 */
final class GuardedDns implements DnsResolver {

    /** A host has an address that must not be called. */
    static final class Forbidden extends UnknownHostException {

        Forbidden(String host) {
            super(host);
        }
    }

    private final Resolver resolver;
    private final Predicate<InetAddress> allowed;

    GuardedDns(Resolver resolver, Predicate<InetAddress> allowed) {
        this.resolver = resolver;
        this.allowed = allowed;
    }

    /** One bad address spoils the name: it was not put there by accident. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = resolver.resolve(host);
        if (!Arrays.stream(addresses).allMatch(allowed)) {
            throw new Forbidden(host);
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
