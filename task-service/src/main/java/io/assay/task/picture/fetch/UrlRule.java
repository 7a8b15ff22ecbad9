package io.assay.task.picture.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which links may be followed.
 *
 * @param scheme {@code https}; tests have no certificate
 * @param port besides the scheme's own that links may name, -1 for none
 * @param hosts in lower case
 */
public record UrlRule(String scheme, int port, List<String> hosts) {

    private static final int MAX_LENGTH = 2_048;

    public UrlRule {
        hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
    }

    /** https on its own port. */
    public static UrlRule https(List<String> hosts) {
        return new UrlRule("https", 443, hosts);
    }

    /** The same for the one host of an address. */
    UrlRule forHostOf(String url) {
        try {
            String host = new URI(url).getHost();
            return new UrlRule(scheme, port, host == null ? List.of() : List.of(host));
        } catch (URISyntaxException e) {
            return new UrlRule(scheme, port, List.of());
        }
    }

    /** Empty if it may not be followed. */
    Optional<URI> allowed(String url) {
        try {
            return url.length() > MAX_LENGTH
                    ? Optional.empty()
                    : Optional.of(new URI(url)).filter(this::isAllowed);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private boolean isAllowed(URI uri) {
        return scheme.equalsIgnoreCase(uri.getScheme())
                && uri.getRawUserInfo() == null
                && (uri.getPort() == -1 || uri.getPort() == port)
                && uri.getHost() != null
                && hosts.contains(uri.getHost().toLowerCase(Locale.ROOT));
    }
}
