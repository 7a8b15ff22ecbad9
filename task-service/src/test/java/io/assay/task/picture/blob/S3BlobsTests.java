package io.assay.task.picture.blob;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class S3BlobsTests extends BlobStoreContract {

    private static S3Server server;

    @BeforeAll
    static void start() throws Exception {
        server = S3Server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    BlobStore store() {
        return new S3Blobs(new S3Bucket(server.bucket()));
    }
}
