package io.assay.gateway.site;

import java.util.List;
import java.util.stream.Stream;

/** Addresses of the web client, which finds the page to each by itself. */
public final class ClientPages {

    private static final List<String> FILES =
            List.of("/client/**", "/sw.js", "/manifest.webmanifest");

    /** Each is answered with the one page. */
    static final List<String> ADDRESSES =
            List.of(
                    "/",
                    "/sign-in",
                    "/sign-up",
                    "/apply",
                    "/work/**",
                    "/history/**",
                    "/skills",
                    "/money",
                    "/account",
                    "/help",
                    "/review/**",
                    "/appeals/**");

    private ClientPages() {}

    /** All that anybody may load. */
    public static String[] patterns() {
        return Stream.concat(ADDRESSES.stream(), FILES.stream()).toArray(String[]::new);
    }
}
