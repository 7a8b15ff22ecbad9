package io.assay.task.picture.blob;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** One bucket of Amazon's S3 or of a server with the same protocol. */
public final class S3Bucket implements AutoCloseable {

    /**
     * What a bucket knows of an object.
     *
     * @param etag of its content
     */
    public record Entry(long size, String contentType, String etag) {}

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(20);

    /** As the last byte: all of them. */
    public static final long TO_THE_END = -1;

    private static final int NOT_FOUND = 404;
    private static final int CHANGED = 412;

    private final S3Client client;
    private final String bucket;
    private final String prefix;

    public S3Bucket(S3Properties properties) {
        this.client = client(properties);
        this.bucket = Objects.requireNonNull(properties.bucket(), "bucket");
        this.prefix = Objects.requireNonNullElse(properties.prefix(), "");
    }

    /**
     * Checksums only where S3 demands them: not every server that speaks S3 knows the newer ones.
     */
    private static S3Client client(S3Properties properties) {
        S3ClientBuilder client =
                S3Client.builder()
                        .region(
                                Region.of(
                                        Objects.requireNonNullElse(
                                                properties.region(), "us-east-1")))
                        .credentialsProvider(credentials(properties))
                        .forcePathStyle(properties.pathStyle())
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                        .httpClientBuilder(
                                UrlConnectionHttpClient.builder()
                                        .connectionTimeout(CONNECT)
                                        .socketTimeout(READ));
        if (properties.endpoint() != null) {
            client.endpointOverride(properties.endpoint());
        }
        return client.build();
    }

    private static AwsCredentialsProvider credentials(S3Properties properties) {
        String key = properties.accessKey();
        String secret = properties.secretKey();
        return key == null || secret == null || key.isBlank()
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret));
    }

    public Optional<Entry> head(String key) {
        return found(
                () -> {
                    HeadObjectResponse head =
                            client.headObject(request -> request.bucket(bucket).key(prefix + key));
                    return new Entry(head.contentLength(), type(head.contentType()), head.eTag());
                });
    }

    public void put(String key, Path file, String contentType) {
        PutObjectRequest request =
                PutObjectRequest.builder()
                        .bucket(bucket)
                        .key(prefix + key)
                        .contentType(contentType)
                        .build();
        try {
            client.putObject(request, RequestBody.fromFile(file));
        } catch (SdkException e) {
            throw new BlobStoreUnavailable(e);
        }
    }

    /**
     * Empty if there is no such object, or not with this etag.
     *
     * @param offset of the first byte
     * @param last byte to read, or {@link #TO_THE_END}
     */
    public Optional<InputStream> open(String key, long offset, long last, @Nullable String etag) {
        String range = "bytes=" + offset + "-" + (last < 0 ? "" : Long.toString(last));
        GetObjectRequest request =
                GetObjectRequest.builder()
                        .bucket(bucket)
                        .key(prefix + key)
                        .range(offset == 0 && last < 0 ? null : range)
                        .ifMatch(etag)
                        .build();
        return found(() -> client.getObject(request));
    }

    private interface Call<T> {
        T make();
    }

    private static <T> Optional<T> found(Call<T> call) {
        try {
            return Optional.of(call.make());
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND || e.statusCode() == CHANGED) {
                return Optional.empty();
            }
            throw new BlobStoreUnavailable(e);
        } catch (SdkException e) {
            throw new BlobStoreUnavailable(e);
        }
    }

    private static String type(@Nullable String contentType) {
        return Objects.requireNonNullElse(contentType, "application/octet-stream");
    }

    @Override
    public void close() {
        client.close();
    }
}
