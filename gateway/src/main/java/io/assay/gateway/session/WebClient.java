package io.assay.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Tells requests of our own web client from those that another site makes a browser send. The
 * client names itself by a header that no other origin can set without being asked first, which is
 * refused here; so its requests need no form token.
 */
public final class WebClient {

    /** {@code 1} from the web client alone. */
    public static final String HEADER = "Assay-Session";

    private WebClient() {}

    /** Whether our own web client asks. */
    public static boolean asks(HttpServletRequest request) {
        return "1".equals(request.getHeader(HEADER))
                && isSameOrigin(request.getHeader("Sec-Fetch-Site"));
    }

    /** Older browsers do not tell; the header is enough. */
    private static boolean isSameOrigin(@Nullable String site) {
        return site == null || site.equals("same-origin");
    }
}
