package io.assay.task.importing;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which addresses of pictures may be handed to workers. They are not fetched from here. */
final class PictureUrls {

    static final int MAX_LENGTH = 2_048;

    private static final Pattern HOST = Pattern.compile("^https://(?:[^/?#]*@)?([^/?#:]*)");

    private PictureUrls() {}

    /**
     * The address as given.
     *
     * @param allowedHosts in lower case; rules out IP addresses and localhost, as it can hold none
     * @throws BadRow unless it is plain https to one of the hosts
     */
    static String checked(String url, List<String> allowedHosts) throws BadRow {
        if (url.length() > MAX_LENGTH) {
            throw BadRow.unexpected("url", url, "<= " + MAX_LENGTH + " characters");
        }
        URI uri = parsed(url);
        if (!"https".equalsIgnoreCase(uri.getScheme())) {
            throw BadRow.unexpected("url", url, "https://…");
        }
        if (uri.getRawUserInfo() != null || (uri.getPort() != -1 && uri.getPort() != 443)) {
            throw BadRow.unexpected("url", url, "no user, no port but 443");
        }
        String host = uri.getHost();
        if (host == null || !allowedHosts.contains(host.toLowerCase(Locale.ROOT))) {
            throw BadRow.unexpected("url", url, "a host that the project allows: " + allowedHosts);
        }
        return url;
    }

    /** Whether an address is on one of the hosts, whatever else may be wrong with it. */
    static boolean isOnOneOf(List<String> allowedHosts, String url) {
        Matcher host = HOST.matcher(url);
        return host.lookingAt() && allowedHosts.contains(host.group(1).toLowerCase(Locale.ROOT));
    }

    private static URI parsed(String url) throws BadRow {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw BadRow.unexpected("url", url, "a URL in ASCII");
        }
    }
}
