package io.assay.gateway.proxy;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A service's body, whose end before its time is nobody's but the service's. As a plain {@link
 * IOException} it would pass for a client that has gone, and half a body would be ended as if
 * whole.
 */
final class ServiceStream extends FilterInputStream {

    private final String service;

    ServiceStream(InputStream body, String service) {
        super(body);
        this.service = service;
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            throw new BrokenOff(service, e);
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return super.read(bytes, offset, length);
        } catch (IOException e) {
            throw new BrokenOff(service, e);
        }
    }
}
