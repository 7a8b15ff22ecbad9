package io.assay.review.adjudication;

import java.util.List;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * How often reviewers decide, and how often a second one agreed with them. For people to look at,
 * so plain counters are enough: a crash between a decision and its count loses the count.
 */
@Component
public class MongoReviewers {
    private static final String COLLECTION = "reviewers";
    private static final String DECISIONS = "decisions";
    private static final String SECOND_LOOKS = "secondLooks";
    private static final String AGREED = "agreed";
    private static final String LOOKED = "looked";
    private static final String CONCURRED = "concurred";

    /**
     * @param secondLooks at this reviewer's decisions, by others
     * @param agreed of these
     * @param looked at decisions of others, by this one
     * @param concurred with these
     */
    record Counts(
            String reviewerId,
            long decisions,
            long secondLooks,
            long agreed,
            long looked,
            long concurred) {}

    private final MongoTemplate mongo;

    MongoReviewers(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    public void decided(String reviewer) {
        mongo.upsert(one(reviewer), new Update().inc(DECISIONS, 1L), COLLECTION);
    }

    /** A second reviewer looked at what the first had decided. */
    public void lookedAt(String first, String second, boolean agreed) {
        long agreements = agreed ? 1L : 0L;
        Update ofFirst = new Update().inc(SECOND_LOOKS, 1L).inc(AGREED, agreements);
        mongo.upsert(one(first), ofFirst, COLLECTION);
        Update ofSecond = new Update().inc(LOOKED, 1L).inc(CONCURRED, agreements);
        mongo.upsert(one(second), ofSecond, COLLECTION);
    }

    /** All zero of somebody who has decided nothing. */
    Counts of(String reviewer) {
        Document found = mongo.findOne(one(reviewer), Document.class, COLLECTION);
        return counts(found == null ? new Document("_id", reviewer) : found);
    }

    /** By id. */
    List<Counts> page(String after, int limit) {
        Query query = new Query(Criteria.where("_id").gt(after)).with(Sort.by("_id")).limit(limit);
        return mongo.find(query, Document.class, COLLECTION).stream()
                .map(MongoReviewers::counts)
                .toList();
    }

    private static Query one(String reviewer) {
        return new Query(Criteria.where("_id").is(reviewer));
    }

    private static Counts counts(Document found) {
        return new Counts(
                found.getString("_id"),
                number(found, DECISIONS),
                number(found, SECOND_LOOKS),
                number(found, AGREED),
                number(found, LOOKED),
                number(found, CONCURRED));
    }

    private static long number(Document found, String name) {
        return ((Number) found.getOrDefault(name, 0)).longValue();
    }
}
