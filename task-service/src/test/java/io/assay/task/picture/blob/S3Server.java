package io.assay.task.picture.blob;

import java.net.URI;
import java.util.UUID;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** An S3 server in this process, which checks signatures and keeps everything in memory. */
public final class S3Server implements AutoCloseable {

    private static final String KEY = "test-key";
    private static final String SECRET = "test-secret";
    private static final String REGION = "us-east-1";

    private final S3Proxy proxy;
    private final URI endpoint;

    private S3Server(S3Proxy proxy, URI endpoint) {
        this.proxy = proxy;
        this.endpoint = endpoint;
    }

    public static S3Server start() throws Exception {
        S3Proxy proxy =
                S3Proxy.builder()
                        .blobStore(new TransientNio2BlobStore())
                        .endpoint(URI.create("http://127.0.0.1:0"))
                        .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, KEY, SECRET)
                        .build();
        proxy.start();
        return new S3Server(proxy, URI.create("http://127.0.0.1:" + proxy.getPort()));
    }

    /** A new, empty one. */
    public S3Properties bucket() {
        String name = "b" + UUID.randomUUID();
        try (S3Client client =
                S3Client.builder()
                        .region(Region.of(REGION))
                        .endpointOverride(endpoint)
                        .forcePathStyle(true)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(KEY, SECRET)))
                        .httpClient(UrlConnectionHttpClient.create())
                        .build()) {
            client.createBucket(request -> request.bucket(name));
        }
        return new S3Properties(name, "pictures/", endpoint, REGION, true, KEY, SECRET);
    }

    @Override
    public void close() {
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
