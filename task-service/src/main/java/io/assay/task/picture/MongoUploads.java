package io.assay.task.picture;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.assay.messaging.StoreSetup;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Uploads of many files, and what became of each file. */
@Component
final class MongoUploads implements StoreSetup {

    private static final String UPLOADS = "picture_uploads";
    private static final String ENTRIES = "picture_upload_entries";

    /** The id is upload and number, so that a repeat replaces itself. */
    private record KeptEntry(String id, String uploadId, UploadEntry entry) {

        static KeptEntry of(String uploadId, UploadEntry entry) {
            return new KeptEntry(uploadId + "." + entry.number(), uploadId, entry);
        }
    }

    private final MongoTemplate mongo;

    MongoUploads(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void prepare() {
        mongo.indexOps(ENTRIES).createIndex(new Index("uploadId", Sort.Direction.ASC));
    }

    Optional<Upload> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Upload.class, UPLOADS));
    }

    /** Begins anew if there was one with this id. */
    void start(Upload upload) {
        mongo.save(upload, UPLOADS);
        mongo.remove(Query.query(where("uploadId").is(upload.id())), ENTRIES);
    }

    void keep(Upload upload, List<UploadEntry> entries) {
        if (!entries.isEmpty()) {
            mongo.bulkOps(BulkOperations.BulkMode.UNORDERED, KeptEntry.class, ENTRIES)
                    .insert(entries.stream().map(e -> KeptEntry.of(upload.id(), e)).toList())
                    .execute();
        }
        mongo.save(upload, UPLOADS);
    }

    List<UploadEntry> entries(String uploadId, long after, int limit) {
        Query page =
                Query.query(where("uploadId").is(uploadId).and("entry.number").gt(after))
                        .with(Sort.by("entry.number"))
                        .limit(limit);
        return mongo.find(page, KeptEntry.class, ENTRIES).stream().map(KeptEntry::entry).toList();
    }
}
