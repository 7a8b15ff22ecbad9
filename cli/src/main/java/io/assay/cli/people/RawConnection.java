package io.assay.cli.people;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 connection that is kept alive, for one thread. It does what a load generator needs
 * and no more, as its own work takes from the processors that it measures.
 */
final class RawConnection implements AutoCloseable {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 60_000;

    private final InetSocketAddress address;
    private @Nullable Socket socket;
    private @Nullable ReplyReader replies;

    RawConnection(URI base) {
        this.address = new InetSocketAddress(base.getHost(), base.getPort());
    }

    /**
     * One request. A connection that the server closed meanwhile is opened again, and what was sent
     * into it is sent again: to be used for requests that may be repeated.
     *
     * @param headers of it, each line ended by CR LF
     * @throws IOException if there is no answer
     */
    RawReply exchange(String method, String path, String headers, byte[] body) throws IOException {
        byte[] request = request(method, path, headers, body);
        ReplyReader open = replies;
        if (open != null) {
            try {
                return exchange(request, open);
            } catch (IOException stale) {
                close();
            }
        }
        return exchange(request, connect());
    }

    private RawReply exchange(byte[] request, ReplyReader open) throws IOException {
        Socket connected = socket;
        if (connected == null) {
            throw new IOException("not connected");
        }
        connected.getOutputStream().write(request);
        RawReply reply = open.next();
        if (reply.closes()) {
            close();
        }
        return reply;
    }

    private ReplyReader connect() throws IOException {
        Socket fresh = new Socket();
        fresh.setTcpNoDelay(true);
        fresh.setSoTimeout(READ_MILLIS);
        fresh.connect(address, CONNECT_MILLIS);
        InputStream in = fresh.getInputStream();
        ReplyReader reader = new ReplyReader(in);
        socket = fresh;
        replies = reader;
        return reader;
    }

    private byte[] request(String method, String path, String headers, byte[] body) {
        String head =
                method
                        + " "
                        + path
                        + " HTTP/1.1\r\nHost: "
                        + address.getHostString()
                        + ":"
                        + address.getPort()
                        + "\r\nContent-Length: "
                        + body.length
                        + "\r\n"
                        + headers
                        + "\r\n";
        byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[start.length + body.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        return whole;
    }

    @Override
    public void close() {
        Socket open = socket;
        socket = null;
        replies = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // nothing is lost with it
            }
        }
    }
}
