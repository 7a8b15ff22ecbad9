package io.assay.assignment.task;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.assay.assignment.dispatch.OpenTask;
import io.assay.events.Answer;
import io.assay.events.Media;
import io.assay.events.TaskCreated;
import io.assay.events.TaskKind;
import io.assay.messaging.WireJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tasks' documents. Each update commutes with every other ({@code $max}, and a {@code closed}
 * that is only ever set), so they need no version. A closed task stays, as otherwise a redelivered
 * event would open it again.
 */
public final class MongoTasks {

    /** A pre-label is kept as it came: nothing is looked for in it. */
    private static final JsonMapper JSON = WireJson.mapper();

    private static final Bson FOR_DISPATCH =
            Projections.include(
                    "projectId",
                    "partition",
                    "gold",
                    "minTier",
                    "priority",
                    "wanted",
                    "createdAt",
                    "allowedWorkers");

    private final MongoTemplate mongo;

    MongoTasks(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    public void prepare() {
        documents().createIndex(Indexes.ascending("partition", "closed"));
        documents().createIndex(Indexes.ascending("projectId", "closed"));
    }

    public void apply(Collection<TaskChange> changes) {
        List<UpdateOneModel<Document>> updates =
                changes.stream()
                        .map(
                                change ->
                                        new UpdateOneModel<Document>(
                                                Filters.eq(change.taskId()),
                                                Updates.combine(updates(change)),
                                                new UpdateOptions().upsert(true)))
                        .toList();
        if (!updates.isEmpty()) {
            documents().bulkWrite(updates, new BulkWriteOptions().ordered(false));
        }
    }

    private static List<Bson> updates(TaskChange change) {
        List<Bson> updates = new ArrayList<>();
        updates.add(Updates.set("partition", change.partition()));
        updates.add(Updates.max("wanted", change.wanted()));
        updates.add(
                change.closed()
                        ? Updates.set("closed", true)
                        : Updates.setOnInsert("closed", false));
        TaskCreated created = change.created();
        if (created != null) {
            Integer minTier = created.minTier();
            updates.add(Updates.set("projectId", created.projectId()));
            updates.add(Updates.set("gold", created.kind() == TaskKind.GOLD));
            updates.add(Updates.set("media", write(created.media())));
            if (created.preLabel() != null) {
                updates.add(Updates.set("preLabel", JSON.writeValueAsString(created.preLabel())));
            }
            updates.add(Updates.set("complexityPermille", created.complexityPermille()));
            updates.add(Updates.set("priority", created.priority()));
            updates.add(Updates.set("minTier", minTier == null ? 1 : minTier));
            updates.add(Updates.set("createdAt", Date.from(created.createdAt())));
            if (!created.allowedWorkers().isEmpty()) {
                updates.add(Updates.set("allowedWorkers", created.allowedWorkers()));
            }
        }
        return updates;
    }

    public Map<String, TaskCopy> findAll(Collection<String> taskIds) {
        return taskIds.isEmpty()
                ? Map.of()
                : read(documents().find(Filters.in("_id", taskIds)))
                        .collect(Collectors.toMap(TaskCopy::taskId, task -> task));
    }

    /** The open tasks of a partition as dispatch needs them, in any order, a chunk at a time. */
    public void eachOpen(int partition, int chunk, Consumer<List<OpenTask>> reader) {
        Bson open = Filters.and(Filters.eq("partition", partition), Filters.eq("closed", false));
        List<OpenTask> read = new ArrayList<>(chunk);
        try (MongoCursor<Document> found =
                documents().find(open).projection(FOR_DISPATCH).batchSize(chunk).cursor()) {
            while (found.hasNext()) {
                Document task = found.next();
                if (task.containsKey("projectId")) {
                    read.add(readOpen(task));
                }
                if (read.size() == chunk || !found.hasNext()) {
                    reader.accept(List.copyOf(read));
                    read.clear();
                }
            }
        }
    }

    /** Without those of which only a result or a request was heard so far. */
    private static Stream<TaskCopy> read(FindIterable<Document> found) {
        return found.into(new ArrayList<>()).stream()
                .filter(document -> document.containsKey("projectId"))
                .map(MongoTasks::read);
    }

    /** For a project that is closed for good. */
    public void closeAll(String projectId) {
        documents()
                .updateMany(
                        Filters.and(
                                Filters.eq("projectId", projectId), Filters.eq("closed", false)),
                        Updates.set("closed", true));
    }

    private static TaskCopy read(Document task) {
        return new TaskCopy(
                task.getString("_id"),
                task.getString("projectId"),
                task.getInteger("partition"),
                task.getBoolean("gold"),
                readMedia(task.get("media", Document.class)),
                readAnswer(task.getString("preLabel")),
                task.getInteger("complexityPermille"),
                task.getInteger("priority"),
                task.getInteger("minTier"),
                task.getDate("createdAt").toInstant(),
                task.getInteger("wanted"),
                task.getBoolean("closed"),
                task.getList("allowedWorkers", String.class, List.of()));
    }

    private static OpenTask readOpen(Document task) {
        return new OpenTask(
                task.getString("_id"),
                task.getString("projectId"),
                task.getInteger("partition"),
                task.getBoolean("gold"),
                task.getInteger("minTier"),
                task.getInteger("priority"),
                task.getInteger("wanted"),
                task.getDate("createdAt").toInstant(),
                task.getList("allowedWorkers", String.class, List.of()));
    }

    private static @Nullable Answer readAnswer(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, Answer.class);
    }

    private static Document write(Media media) {
        return new Document("kind", media.kind())
                .append("ref", media.ref())
                .append("contentType", media.contentType())
                .append("width", media.width())
                .append("height", media.height());
    }

    private static Media readMedia(Document media) {
        return new Media(
                media.getString("kind"),
                media.getString("ref"),
                media.getString("contentType"),
                media.getInteger("width"),
                media.getInteger("height"));
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection("tasks");
    }
}
