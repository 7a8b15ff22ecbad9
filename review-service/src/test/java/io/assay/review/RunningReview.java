package io.assay.review;

import io.assay.messaging.Engines;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The whole service on real engines, with a project and workers of each test's own. */
@WithEngines
abstract class RunningReview {

    @Autowired Engines engines;
    @LocalServerPort int port;

    final String projectId = "p" + UUID.randomUUID();
    // skills are kept across projects
    final String w1 = "w" + UUID.randomUUID();
    final String w2 = "w" + UUID.randomUUID();
    final String w3 = "w" + UUID.randomUUID();
    Wire wire;
    RestTestClient http;

    @BeforeEach
    void open() {
        wire = new Wire(engines);
        http = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    @AfterEach
    void close() {
        wire.close();
    }
}
