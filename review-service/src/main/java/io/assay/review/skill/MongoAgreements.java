package io.assay.review.skill;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * How often workers agreed with what consensus or a reviewer decided: for people to look at, apart
 * from the gold counts, and never part of a tier (consensus would then prove itself). So plain
 * counters are enough: a crash between verdict and count loses the count.
 */
public class MongoAgreements {
    private static final Logger LOG = LoggerFactory.getLogger(MongoAgreements.class);
    private static final String SKILLS = "skills";
    private static final String AGREED = "agreed";
    private static final String JUDGED = "judged";

    /** Labels judged, and those of them that agreed. */
    record Counts(long judged, long agreed) {}

    private final MongoTemplate mongo;

    MongoAgreements(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    public void add(List<Agreed> labels) {
        if (labels.isEmpty()) {
            return;
        }
        Map<String, List<Agreed>> byWorker =
                labels.stream().collect(Collectors.groupingBy(Agreed::workerId));
        List<UpdateOneModel<Document>> updates = new ArrayList<>();
        byWorker.forEach(
                (worker, ofWorker) ->
                        updates.add(
                                new UpdateOneModel<>(
                                        Filters.eq(worker),
                                        increments(ofWorker),
                                        new UpdateOptions().upsert(true))));
        try {
            mongo.getCollection("agreements")
                    .bulkWrite(updates, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            // two instances made the document of a worker at once
            LOG.atWarn()
                    .addKeyValue("workers", e.getWriteErrors().size())
                    .log("some agreements were not counted");
        }
    }

    /** By skill; empty for a worker without any. */
    Map<String, Counts> of(String workerId) {
        Map<String, Counts> counts = new TreeMap<>();
        Document found = mongo.getCollection("agreements").find(Filters.eq(workerId)).first();
        if (found != null) {
            Document skills = found.get(SKILLS, new Document());
            skills.keySet().forEach(skill -> counts.put(skill, counts(skills, skill)));
        }
        return counts;
    }

    private static Counts counts(Document skills, String skill) {
        Document counted = skills.get(skill, new Document());
        return new Counts(number(counted, JUDGED), number(counted, AGREED));
    }

    private static long number(Document counted, String name) {
        return ((Number) counted.getOrDefault(name, 0)).longValue();
    }

    private static Bson increments(List<Agreed> labels) {
        List<Bson> increments = new ArrayList<>();
        labels.stream()
                .collect(Collectors.groupingBy(Agreed::skill))
                .forEach(
                        (skill, ofSkill) -> {
                            String path = SKILLS + "." + skill + ".";
                            long judged = ofSkill.stream().mapToLong(Agreed::judged).sum();
                            long agreed = ofSkill.stream().mapToLong(Agreed::agreed).sum();
                            increments.add(Updates.inc(path + JUDGED, judged));
                            increments.add(Updates.inc(path + AGREED, agreed));
                        });
        return Updates.combine(increments);
    }
}
