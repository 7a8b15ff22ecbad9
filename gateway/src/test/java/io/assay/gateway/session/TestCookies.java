package io.assay.gateway.session;

import io.assay.gateway.GatewayProperties;
import java.net.URI;
import java.util.List;

/** Cookies as of a gateway without TLS. */
public final class TestCookies {

    private TestCookies() {}

    public static Cookies make() {
        URI nowhere = URI.create("http://127.0.0.1:1");
        return new Cookies(
                new GatewayProperties(
                        "http://localhost:8080",
                        null,
                        null,
                        List.of(),
                        "roles",
                        null,
                        new GatewayProperties.Services(
                                nowhere, List.of(nowhere), nowhere, nowhere)));
    }
}
