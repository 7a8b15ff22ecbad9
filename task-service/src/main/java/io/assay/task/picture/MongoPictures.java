package io.assay.task.picture;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.assay.formats.data.PicturePath;
import io.assay.messaging.DuplicateKeys;
import io.assay.messaging.StoreSetup;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Who uploaded which picture, and what they call it. All is found by {@code _id}. */
@Component
public final class MongoPictures implements StoreSetup {

    private static final String COLLECTION = "pictures";
    private static final String NAMES = "picture_names";
    private static final String IN_BUCKETS = "bucket_pictures";
    private static final String LINKED = "linked_pictures";

    private final MongoTemplate mongo;

    MongoPictures(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** The same picture again replaces itself. */
    void keep(Picture picture) {
        mongo.save(picture, COLLECTION);
    }

    /** The name stands for this picture from now on. */
    void name(NamedPicture named) {
        mongo.save(named, NAMES);
    }

    /** What the name stands for from now on: this picture, or the other one that had it first. */
    NamedPicture nameIfFree(NamedPicture named) {
        try {
            return mongo.insert(named, NAMES);
        } catch (DuplicateKeyException e) {
            return Objects.requireNonNull(mongo.findById(named.id(), NamedPicture.class, NAMES));
        }
    }

    /** Another picture that its owner calls so. */
    Optional<NamedPicture> otherOfThisName(NamedPicture named) {
        return Optional.ofNullable(mongo.findById(named.id(), NamedPicture.class, NAMES))
                .filter(other -> !other.sha256().equals(named.sha256()));
    }

    void keepInBucket(BucketPicture picture) {
        mongo.save(picture, IN_BUCKETS);
    }

    Optional<BucketPicture> findInBucket(String hash) {
        return Optional.ofNullable(mongo.findById(hash, BucketPicture.class, IN_BUCKETS));
    }

    /** From now on they may be fetched from where they are, when somebody looks at them. */
    public void keepLinked(Collection<String> urls) {
        List<Document> documents =
                urls.stream()
                        .map(LinkedPicture::of)
                        .map(linked -> new Document("_id", linked.id()).append("url", linked.url()))
                        .toList();
        if (!documents.isEmpty()) {
            DuplicateKeys.insertNew(mongo.getCollection(LINKED), documents);
        }
    }

    Optional<LinkedPicture> findLinked(String hash) {
        return Optional.ofNullable(mongo.findById(hash, LinkedPicture.class, LINKED));
    }

    boolean isOwned(String sha256, String ownerId) {
        return mongo.exists(Query.query(where("_id").is(Picture.id(sha256, ownerId))), COLLECTION);
    }

    /** Those of the pictures that the owner uploaded, by hash. */
    public Map<String, Picture> owned(Collection<String> sha256s, String ownerId) {
        List<String> ids =
                sha256s.stream().distinct().map(sha256 -> Picture.id(sha256, ownerId)).toList();
        return find(ids, COLLECTION, Picture.class).stream()
                .collect(Collectors.toMap(Picture::sha256, Function.identity()));
    }

    /**
     * The pictures that an owner's references stand for, by reference.
     *
     * @param refs {@code picture:SHA256}, {@code s3://BUCKET/KEY} or names of uploads
     */
    public Map<String, Picture> referred(Collection<String> refs, String ownerId) {
        Map<String, String> hashes = new HashMap<>();
        refs.stream()
                .filter(Picture::isRef)
                .forEach(ref -> hashes.put(ref, ref.substring(Picture.REF.length())));
        List<String> named =
                refs.stream()
                        .filter(ref -> !Picture.isRef(ref))
                        .distinct()
                        .map(name -> NamedPicture.id(ownerId, name))
                        .toList();
        find(named, NAMES, NamedPicture.class)
                .forEach(found -> hashes.put(found.name(), found.sha256()));
        Map<String, Picture> owned = owned(hashes.values(), ownerId);
        hashes.values().retainAll(owned.keySet());
        Map<String, Picture> referred = new HashMap<>();
        hashes.forEach((ref, hash) -> referred.put(ref, owned.get(hash)));
        return referred;
    }

    /**
     * What an owner calls pictures that a path may mean: names and hashes.
     *
     * @param key as {@link PicturePath#key} has it
     * @param before what the names begin with
     * @param most of them
     */
    public Map<String, String> called(String ownerId, String key, String before, int most) {
        Criteria name = where("ownerId").is(ownerId).and("key").is(key);
        Criteria within =
                before.isEmpty()
                        ? name
                        : name.and("name").gte(before).lt(before + Character.MAX_VALUE);
        Query query = Query.query(within).with(Sort.by("name")).limit(most);
        Map<String, String> called = new LinkedHashMap<>();
        mongo.find(query, NamedPicture.class, NAMES)
                .forEach(found -> called.put(found.name(), found.sha256()));
        return called;
    }

    @Override
    public void prepare() {
        mongo.indexOps(NAMES)
                .createIndex(
                        new Index("ownerId", Sort.Direction.ASC)
                                .on("key", Sort.Direction.ASC)
                                .on("name", Sort.Direction.ASC));
    }

    private <T> List<T> find(List<String> ids, String collection, Class<T> type) {
        return ids.isEmpty()
                ? List.of()
                : mongo.find(Query.query(where("_id").in(ids)), type, collection);
    }
}
