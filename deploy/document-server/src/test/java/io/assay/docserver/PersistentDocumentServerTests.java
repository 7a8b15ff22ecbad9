package io.assay.docserver;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersistentDocumentServerTests extends DocumentServerContract {

    @TempDir Path directory;

    @Override
    DocumentServer start() {
        return DocumentServer.persistent(directory.resolve("documents"), 0);
    }

    @Test
    void keepsDocumentsAndIndexesAcrossReopening() {
        tasks.createIndex(ascending("state.projectId"));
        tasks.createIndex(ascending("key"), new IndexOptions().unique(true).sparse(true));
        insertTasks(20);
        Document kept =
                task("kept", "p9", "open")
                        .append("key", "k")
                        .append("at", Date.from(Instant.EPOCH))
                        .append("list", List.of(1, 2.5, true, new Document("a", null)));
        tasks.insertOne(kept);
        tasks.updateOne(eq("_id", "t1"), Updates.set("state.projectId", "p9"));
        tasks.deleteOne(eq("_id", "t2"));

        disconnect();
        connect();

        long before = scans();
        assertThat(tasks.find(eq("_id", "kept")).first()).isEqualTo(kept);
        assertThat(idsOf(eq("state.projectId", "p9"))).containsExactlyInAnyOrder("kept", "t1");
        assertThat(idsOf(eq("_id", "t2"))).isEmpty();
        assertThat(scans()).isEqualTo(before);
        assertThat(tasks.countDocuments()).isEqualTo(20);
        assertThatThrownBy(() -> tasks.insertOne(new Document("_id", "x").append("key", "k")))
                .hasMessageContaining("E11000");
    }

    @Test
    void isInUseByOneServerAtATime() {
        assertThatThrownBy(this::start).hasMessageContaining("locked");
    }
}
