package io.assay.task.picture;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

/** Who uploaded which picture. */
public final class MongoPictures {

    private static final String COLLECTION = "pictures";

    private final MongoTemplate mongo;

    MongoPictures(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** The same picture again replaces itself. */
    void keep(Picture picture) {
        mongo.save(picture, COLLECTION);
    }

    boolean isOwned(String sha256, String ownerId) {
        return mongo.exists(Query.query(where("_id").is(Picture.id(sha256, ownerId))), COLLECTION);
    }

    /** Those of the pictures that the owner uploaded, by hash. */
    public Map<String, Picture> owned(Collection<String> sha256s, String ownerId) {
        if (sha256s.isEmpty()) {
            return Map.of();
        }
        List<String> ids =
                sha256s.stream().distinct().map(sha256 -> Picture.id(sha256, ownerId)).toList();
        return mongo.find(Query.query(where("_id").in(ids)), Picture.class, COLLECTION).stream()
                .collect(Collectors.toMap(Picture::sha256, Function.identity()));
    }
}
