package io.assay.review.skill;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.assay.review.skill.signal.RecentAnswer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * How often workers agreed with what consensus or a reviewer decided, and their latest answers.
 * Apart from the gold counts, beside which it counts little ({@link SkillEstimate}), so plain
 * counters are enough: a crash between verdict and count loses the count, and nothing is counted
 * twice.
 */
@Component
public class MongoAgreements {
    private static final Logger LOG = LoggerFactory.getLogger(MongoAgreements.class);
    private static final String COLLECTION = "agreements";
    private static final String SKILLS = "skills";
    private static final String AGREED = "agreed";
    private static final String JUDGED = "judged";

    private static final String WEIGHT = "weight";
    private static final String CREDIT = "credit";
    private static final String RECENT = "recent";
    private static final String BY = "by";

    /** Answers of a worker that are remembered in each skill. */
    private static final int REMEMBERED = 60;

    /** Of more requesters, those of which the least is known are forgotten. */
    static final int MAX_REQUESTERS = 100;

    /** Labels judged, and those of them that agreed. */
    record Counts(long judged, long agreed) {}

    private final MongoTemplate mongo;

    MongoAgreements(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    public void add(List<OutcomeAgreement> labels) {
        if (labels.isEmpty()) {
            return;
        }
        Map<String, List<OutcomeAgreement>> byWorker =
                labels.stream().collect(Collectors.groupingBy(OutcomeAgreement::workerId));
        List<UpdateOneModel<Document>> updates = new ArrayList<>();
        byWorker.forEach(
                (worker, ofWorker) ->
                        updates.add(
                                new UpdateOneModel<>(
                                        Filters.eq(worker),
                                        increments(ofWorker),
                                        new UpdateOptions().upsert(true))));
        try {
            mongo.getCollection(COLLECTION)
                    .bulkWrite(updates, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            // two instances made the document of a worker at once
            LOG.atWarn()
                    .addKeyValue("workers", e.getWriteErrors().size())
                    .log("some agreements were not counted");
        }
    }

    /** By worker; those without any are absent. */
    Map<String, Habits> habits(Collection<String> workerIds) {
        Map<String, Habits> habits = new TreeMap<>();
        mongo.getCollection(COLLECTION)
                .find(Filters.in("_id", workerIds))
                .forEach(
                        found -> {
                            habits.put(found.getString("_id"), habits(found));
                            forget(found);
                        });
        return habits;
    }

    private static Habits habits(Document found) {
        Map<String, Map<String, Evidence>> others = new TreeMap<>();
        Map<String, List<RecentAnswer>> recent = new TreeMap<>();
        Document skills = found.get(SKILLS, new Document());
        for (String skill : skills.keySet()) {
            Document counted = skills.get(skill, new Document());
            others.put(skill, byRequester(counted));
            recent.put(
                    skill,
                    counted.getList(RECENT, Document.class, List.of()).stream()
                            .map(MongoAgreements::act)
                            .toList());
        }
        return new Habits(others, recent);
    }

    private static Map<String, Evidence> byRequester(Document counted) {
        Map<String, Evidence> known = new TreeMap<>();
        Document by = counted.get(BY, new Document());
        for (String key : by.keySet()) {
            Document of = by.get(key, new Document());
            known.put(requester(key), new Evidence(real(of, WEIGHT), real(of, CREDIT)));
        }
        return known;
    }

    /** What is read only to decide is enough to keep the document small. */
    private void forget(Document found) {
        List<Bson> forgotten = new ArrayList<>();
        Document skills = found.get(SKILLS, new Document());
        for (String skill : skills.keySet()) {
            Map<String, Evidence> known = byRequester(skills.get(skill, new Document()));
            known.entrySet().stream()
                    .sorted(
                            Comparator.comparingDouble(
                                    (Map.Entry<String, Evidence> e) -> -e.getValue().weight()))
                    .skip(MAX_REQUESTERS)
                    .forEach(least -> forgotten.add(Updates.unset(path(skill, least.getKey()))));
        }
        if (!forgotten.isEmpty()) {
            mongo.getCollection(COLLECTION)
                    .updateOne(Filters.eq(found.getString("_id")), Updates.combine(forgotten));
        }
    }

    private static String path(String skill, String requesterId) {
        return SKILLS + "." + skill + "." + BY + "." + key(requesterId);
    }

    /** Ids of another issuer may have dots. */
    private static String key(String requesterId) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(requesterId.getBytes(StandardCharsets.UTF_8));
    }

    private static String requester(String key) {
        return new String(Base64.getUrlDecoder().decode(key), StandardCharsets.UTF_8);
    }

    private static RecentAnswer act(Document kept) {
        return new RecentAnswer(
                kept.getString("picture"),
                kept.getString("answer"),
                kept.getString("outcome"),
                kept.getDate("at").toInstant());
    }

    private static Document kept(RecentAnswer act) {
        return new Document("picture", act.picture())
                .append("answer", act.answer())
                .append("outcome", act.outcome())
                .append("at", Date.from(act.at()));
    }

    /** By skill; empty for a worker without any. */
    Map<String, Counts> of(String workerId) {
        Map<String, Counts> counts = new TreeMap<>();
        Document found = mongo.getCollection(COLLECTION).find(Filters.eq(workerId)).first();
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

    private static double real(Document counted, String name) {
        return ((Number) counted.getOrDefault(name, 0)).doubleValue();
    }

    private static Evidence evidence(List<OutcomeAgreement> labels) {
        Evidence sum = Evidence.NONE;
        for (OutcomeAgreement label : labels) {
            sum =
                    sum.plus(
                            label.weight() * label.judged(),
                            label.weight() * label.agreed(),
                            label.at());
        }
        return sum;
    }

    private static List<Bson> evidence(String skill, List<OutcomeAgreement> labels) {
        List<Bson> increments = new ArrayList<>();
        labels.stream()
                .collect(Collectors.groupingBy(OutcomeAgreement::requesterId))
                .forEach(
                        (requesterId, some) -> {
                            Evidence evidence = evidence(some);
                            String by = path(skill, requesterId) + ".";
                            increments.add(Updates.inc(by + WEIGHT, evidence.weight()));
                            increments.add(Updates.inc(by + CREDIT, evidence.credit()));
                        });
        return increments;
    }

    private static List<Document> acts(List<OutcomeAgreement> labels) {
        return labels.stream()
                .flatMap(label -> Stream.ofNullable(label.act()))
                .map(MongoAgreements::kept)
                .toList();
    }

    private static Bson increments(List<OutcomeAgreement> labels) {
        List<Bson> increments = new ArrayList<>();
        labels.stream()
                .collect(Collectors.groupingBy(OutcomeAgreement::skill))
                .forEach(
                        (skill, ofSkill) -> {
                            String path = SKILLS + "." + skill + ".";
                            long judged =
                                    ofSkill.stream().mapToLong(OutcomeAgreement::judged).sum();
                            long agreed =
                                    ofSkill.stream().mapToLong(OutcomeAgreement::agreed).sum();
                            increments.add(Updates.inc(path + JUDGED, judged));
                            increments.add(Updates.inc(path + AGREED, agreed));
                            increments.addAll(evidence(skill, ofSkill));
                            List<Document> acts = acts(ofSkill);
                            if (!acts.isEmpty()) {
                                increments.add(
                                        Updates.pushEach(
                                                path + RECENT,
                                                acts,
                                                new PushOptions().slice(-REMEMBERED)));
                            }
                        });
        return Updates.combine(increments);
    }
}
