package io.assay.messaging;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/** Inserts of what may exist already. */
public final class DuplicateKeys {

    private DuplicateKeys() {}

    /**
     * Inserts those that do not exist, in one unordered bulk.
     *
     * @return the positions of those that existed; they are untouched
     */
    public static Set<Integer> insertNew(
            MongoCollection<Document> collection, List<Document> documents) {
        try {
            collection.insertMany(documents, new InsertManyOptions().ordered(false));
            return Set.of();
        } catch (MongoBulkWriteException e) {
            if (!causedAlone(e)) {
                throw e;
            }
            return e.getWriteErrors().stream()
                    .map(BulkWriteError::getIndex)
                    .collect(Collectors.toSet());
        }
    }

    /** True if a write failed for no other reason than that the key exists. */
    public static boolean causedAlone(MongoException failure) {
        return switch (failure) {
            case MongoWriteException one ->
                    one.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
            case MongoBulkWriteException bulk ->
                    bulk.getWriteConcernError() == null
                            && bulk.getWriteErrors().stream()
                                    .allMatch(
                                            error ->
                                                    error.getCategory()
                                                            == ErrorCategory.DUPLICATE_KEY);
            default -> false;
        };
    }
}
