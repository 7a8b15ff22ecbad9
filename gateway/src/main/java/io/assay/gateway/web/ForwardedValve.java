package io.assay.gateway.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Takes a trusted proxy's word for who asked and whether by TLS; anybody else's counts nothing. */
final class ForwardedValve extends ValveBase {

    private static final String FOR = "X-Forwarded-For";
    private static final String PROTO = "X-Forwarded-Proto";
    private static final int HTTPS_PORT = 443;

    private final TrustedProxies trusted;

    ForwardedValve(TrustedProxies trusted) {
        super(true);
        this.trusted = trusted;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String peer = request.getRemoteAddr();
        if (trusted.trusts(peer)) {
            String client = trusted.client(peer, request.getHeader(FOR));
            request.setRemoteAddr(client);
            request.setRemoteHost(client);
            if ("https".equalsIgnoreCase(request.getHeader(PROTO))) {
                request.setSecure(true);
                request.getCoyoteRequest().scheme().setString("https");
                request.getCoyoteRequest().setServerPort(HTTPS_PORT);
            }
        }
        getNext().invoke(request, response);
    }
}
