package io.assay.assignment.task;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Which instance owns which partition, in one document: {@code {_id, owners: {partition: mark}}}.
 * Each takeover writes a mark of its own. Who claims reads the leases after that, and who leases
 * reads the marks after that: so a lease is seen by the next owner, or not given.
 */
@Component
public final class MongoOwners {

    private static final String ID = "assay.tasks";
    private static final String OWNERS = "owners";

    private final MongoTemplate mongo;

    /** Marks of this instance; no more than there are partitions. */
    private final Map<Integer, String> ours = new ConcurrentHashMap<>();

    public MongoOwners(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** From now on this instance owns these, and no other. */
    public void claim(Collection<Integer> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        String mark = UUID.randomUUID().toString();
        List<Bson> marks =
                partitions.stream().map(p -> Updates.set(OWNERS + "." + p, mark)).toList();
        documents()
                .updateOne(
                        Filters.eq(ID), Updates.combine(marks), new UpdateOptions().upsert(true));
        partitions.forEach(partition -> ours.put(partition, mark));
    }

    /** This instance owns these no longer. */
    public void forget(Collection<Integer> partitions) {
        partitions.forEach(ours::remove);
    }

    /** Those of the partitions that are not this instance's, by the store. */
    public Set<Integer> lost(Set<Integer> partitions) {
        Document found = documents().find(Filters.eq(ID)).first();
        Document owners = found == null ? new Document() : found.get(OWNERS, new Document());
        Set<Integer> lost = new HashSet<>();
        for (Integer partition : partitions) {
            String mark = ours.get(partition);
            if (mark == null || !mark.equals(owners.getString(partition.toString()))) {
                lost.add(partition);
            }
        }
        return lost;
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection("owners");
    }
}
