package io.assay.docserver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InMemoryDocumentServerTests extends DocumentServerContract {

    @Override
    DocumentServer start() {
        return DocumentServer.inMemory(0);
    }

    @Test
    void startsEmptyEachTime() {
        insertTasks(1);
        disconnect();

        connect();

        assertThat(tasks.find()).isEmpty();
    }

    @Test
    void bindsLoopbackOnly() {
        assertThat(server.uri()).isEqualTo("mongodb://127.0.0.1:" + server.port());
        assertThat(server.port()).isPositive();
    }
}
