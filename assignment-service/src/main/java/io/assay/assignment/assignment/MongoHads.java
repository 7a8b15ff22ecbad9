package io.assay.assignment.assignment;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.assay.assignment.dispatch.Had;
import io.assay.assignment.dispatch.Holding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Assignments as dispatch is rebuilt from them: a few fields of each, a chunk at a time. */
public final class MongoHads {

    private static final Bson FOR_DISPATCH =
            Projections.include(
                    "state.status",
                    "state.lease.taskId",
                    "state.lease.projectId",
                    "state.lease.partition",
                    "state.lease.workerId",
                    "state.lease.expiresAt");

    private final MongoTemplate mongo;

    MongoHads(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** All that ever was between workers and these tasks. */
    public void eachOf(Collection<String> taskIds, int chunk, Consumer<List<Had>> reader) {
        each(Filters.in("state.lease.taskId", taskIds), chunk, reader);
    }

    /** The live leases of a partition's tasks, closed ones among them. */
    public void eachLeased(int partition, int chunk, Consumer<List<Had>> reader) {
        Bson leased =
                Filters.and(
                        Filters.eq("state.lease.partition", partition),
                        Filters.eq("state.status", State.LEASED.status()));
        each(leased, chunk, reader);
    }

    private void each(Bson filter, int chunk, Consumer<List<Had>> reader) {
        List<Had> read = new ArrayList<>(chunk);
        try (MongoCursor<Document> found =
                mongo.getCollection("assignments")
                        .find(filter)
                        .projection(FOR_DISPATCH)
                        .batchSize(chunk)
                        .cursor()) {
            while (found.hasNext()) {
                read.add(read(requireNonNull(found.next().get("state", Document.class))));
                if (read.size() == chunk || !found.hasNext()) {
                    reader.accept(List.copyOf(read));
                    read.clear();
                }
            }
        }
    }

    private static Had read(Document state) {
        Document lease = requireNonNull(state.get("lease", Document.class));
        return new Had(
                lease.getString("taskId"),
                lease.getString("projectId"),
                lease.getInteger("partition"),
                lease.getString("workerId"),
                holding(state.getString("status")),
                lease.getDate("expiresAt").toInstant());
    }

    private static Holding holding(String status) {
        return switch (status) {
            case "leased" -> Holding.LEASED;
            case "returned" -> Holding.RETURNED;
            default -> Holding.ANSWERED;
        };
    }
}
