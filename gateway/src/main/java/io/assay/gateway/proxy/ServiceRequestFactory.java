package io.assay.gateway.proxy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/**
 * Requests to the services over one pool of connections. A timeout covers a whole exchange, body
 * included, so transfers that stream have one of their own.
 */
final class ServiceRequestFactory implements ClientHttpRequestFactory {

    private final JdkClientHttpRequestFactory ordinary;
    private final JdkClientHttpRequestFactory streaming;

    ServiceRequestFactory(ProxyProperties properties) {
        HttpClient client = client(properties);
        this.ordinary = factory(client, properties.timeout());
        this.streaming = factory(client, properties.streamTimeout());
    }

    /** HTTP/1.1: in the clear, HTTP/2 would cost an upgrade attempt per connection. */
    static HttpClient client(ProxyProperties properties) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(properties.connectTimeout())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    @Override
    public ClientHttpRequest createRequest(URI uri, HttpMethod method) throws IOException {
        return (streams(uri.getPath()) ? streaming : ordinary).createRequest(uri, method);
    }

    private static boolean streams(String path) {
        return path.endsWith("/imports")
                || path.endsWith("/rows")
                || path.endsWith("/results")
                || path.contains("/exports/")
                || path.endsWith("/errors")
                || path.startsWith("/v1/pictures");
    }

    private static JdkClientHttpRequestFactory factory(HttpClient client, Duration timeout) {
        JdkClientHttpRequestFactory factory =
                new JdkClientHttpRequestFactory(
                        client, Executors.newVirtualThreadPerTaskExecutor());
        factory.setReadTimeout(timeout);
        factory.enableCompression(false);
        return factory;
    }
}
