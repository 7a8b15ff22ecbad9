package io.assay.assignment.assignment;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.assay.assignment.assignment.AssignmentViews.State;
import io.assay.assignment.dispatch.KnownAssignment;
import io.assay.assignment.dispatch.KnownAssignment.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Assignments as dispatch is rebuilt from them: a few fields of each, a chunk at a time. */
@Component
public final class MongoAssignmentHistory {

    private static final Bson FOR_DISPATCH =
            Projections.include(
                    "state.status",
                    "state.lease.taskId",
                    "state.lease.projectId",
                    "state.lease.partition",
                    "state.lease.workerId",
                    "state.lease.expiresAt");

    private final MongoTemplate mongo;

    MongoAssignmentHistory(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** All that ever was between workers and these tasks. */
    public void eachOf(
            Collection<String> taskIds, int chunk, Consumer<List<KnownAssignment>> reader) {
        each(Filters.in("state.lease.taskId", taskIds), chunk, reader);
    }

    /** The live leases of a partition's tasks, closed ones among them. */
    public void eachLeased(int partition, int chunk, Consumer<List<KnownAssignment>> reader) {
        Bson leased =
                Filters.and(
                        Filters.eq("state.lease.partition", partition),
                        Filters.eq("state.status", State.LEASED.status()));
        each(leased, chunk, reader);
    }

    private void each(Bson filter, int chunk, Consumer<List<KnownAssignment>> reader) {
        List<KnownAssignment> read = new ArrayList<>(chunk);
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

    private static KnownAssignment read(Document state) {
        Document lease = requireNonNull(state.get("lease", Document.class));
        return new KnownAssignment(
                lease.getString("taskId"),
                lease.getString("projectId"),
                lease.getInteger("partition"),
                lease.getString("workerId"),
                status(state.getString("status")),
                lease.getDate("expiresAt").toInstant());
    }

    private static Status status(String status) {
        return switch (status) {
            case "leased" -> Status.LEASED;
            case "returned" -> Status.RETURNED;
            default -> Status.ANSWERED;
        };
    }
}
