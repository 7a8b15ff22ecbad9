package io.assay.cli.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RawConnectionTests {

    private static final byte[] NOTHING = {};

    @Test
    void readsRepliesOfAnyFraming() throws IOException {
        ReplyReader replies =
                reader(
                        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
                                + "HTTP/1.1 201 \r\ntransfer-encoding: chunked\r\n\r\n"
                                + "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n"
                                + "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");

        RawReply first = replies.next();
        RawReply second = replies.next();
        RawReply third = replies.next();

        assertThat(first.text()).isEqualTo("ok");
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo("abcde");
        assertThat(second.closes()).isFalse();
        assertThat(third.body()).isEmpty();
        assertThat(third.closes()).isTrue();
    }

    @Test
    void tellsABrokenReplyFromAWholeOne() {
        assertThatThrownBy(reader("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort")::next)
                .isInstanceOf(EOFException.class);
        assertThatThrownBy(reader("")::next).isInstanceOf(EOFException.class);
        assertThatThrownBy(reader("SSH-2.0\r\n\r\n")::next).hasMessageContaining("expected: HTTP");
        assertThatThrownBy(reader("HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n")::next)
                .hasMessageContaining("expected: <=");
    }

    @Test
    void sendsManyRequestsOverOneConnection() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/things",
                exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    requests.incrementAndGet();
                    exchange.sendResponseHeaders(200, body.length);
                    try (OutputStream out = exchange.getResponseBody()) {
                        out.write(body);
                    }
                });
        server.start();
        try (RawConnection connection = new RawConnection(base(server.getAddress().getPort()))) {
            for (int i = 0; i < 5; i++) {
                byte[] body = ("body " + i).getBytes(StandardCharsets.UTF_8);
                assertThat(connection.exchange("POST", "/things", "X: y\r\n", body).text())
                        .isEqualTo("body " + i);
            }
            assertThat(requests).hasValue(5);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void sendsAgainWhatWentIntoAClosedConnection() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                RawConnection connection = new RawConnection(base(server.getLocalPort()))) {
            Thread serving = Thread.ofVirtual().start(() -> answerOncePerConnection(server, 2));

            RawReply first = connection.exchange("GET", "/", "", NOTHING);
            RawReply second = connection.exchange("GET", "/", "", NOTHING);

            assertThat(first.status()).isEqualTo(204);
            assertThat(second.status()).isEqualTo(204);
            serving.join();
        }
    }

    /** Closes without a word, as a server does that has waited long enough. */
    private static void answerOncePerConnection(ServerSocket server, int times) {
        for (int i = 0; i < times; i++) {
            try (Socket socket = server.accept()) {
                socket.getInputStream().read(new byte[4_096]);
                socket.getOutputStream()
                        .write(
                                "HTTP/1.1 204 No Content\r\n\r\n"
                                        .getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static URI base(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static ReplyReader reader(String bytes) {
        return new ReplyReader(
                new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
