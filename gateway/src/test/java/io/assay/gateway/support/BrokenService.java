package io.assay.gateway.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Begins every answer, and dies in the middle of its body: late if the path says so. */
final class BrokenService {

    private static final byte[] BEGINNING =
            """
            HTTP/1.1 200 OK\r
            Content-Type: application/x-ndjson\r
            Transfer-Encoding: chunked\r
            \r
            5\r
            {"a":\r
            """
                    .getBytes(StandardCharsets.US_ASCII);

    private static final byte[] MORE =
            ("10000\r\n" + "a".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket server;

    BrokenService() {
        try {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                BufferedReader request =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.US_ASCII));
                boolean late = request.readLine().contains("/late");
                for (String line = request.readLine();
                        line != null && !line.isEmpty();
                        line = request.readLine()) {
                    // to the end of the head
                }
                socket.getOutputStream().write(BEGINNING);
                if (late) {
                    socket.getOutputStream().write(MORE);
                }
            } catch (IOException e) {
                // the next one
            }
        }
    }
}
