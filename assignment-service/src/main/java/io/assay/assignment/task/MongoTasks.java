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
import io.assay.events.Ids;
import io.assay.events.Media;
import io.assay.events.TaskCreated;
import io.assay.events.TaskKind;
import io.assay.messaging.DuplicateKeys;
import io.assay.messaging.StoreSetup;
import io.assay.messaging.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tasks' documents. Each update commutes with every other ({@code $max}, and a {@code closed}
 * that is only ever set), so they need no version. A closed task stays, as otherwise a redelivered
 * event would open it again.
 */
@Component
public final class MongoTasks implements StoreSetup {

    /** A pre-label is kept as it came: nothing is looked for in it. */
    private static final JsonMapper JSON = WireJson.mapper();

    /** Of more tasks that show one picture any is gold as seldom as others are. */
    private static final int MAX_ALIKE = 8;

    private static final int MAX_GOLD_TASKS = 1_000;

    /** By project and picture; see {@link TaskCopy#alike}. */
    private static final String PICTURE = "picture";

    private static final String ALIKE = "alike";

    /** The project, in whose tutorials and tests alone the task is used. */
    private static final String RESERVED_FOR = "reservedFor";

    private static final Bson FOR_DISPATCH =
            Projections.include(
                    "projectId",
                    "partition",
                    "gold",
                    "minTier",
                    "priority",
                    "wanted",
                    "createdAt",
                    "allowedWorkers",
                    "complexityPermille",
                    RESERVED_FOR);

    private final MongoTemplate mongo;

    MongoTasks(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void prepare() {
        documents().createIndex(Indexes.ascending("partition", "closed"));
        documents().createIndex(Indexes.ascending("projectId", "closed"));
        documents().createIndex(Indexes.ascending(RESERVED_FOR, "closed"));
        documents().createIndex(Indexes.ascending(PICTURE, "gold"));
    }

    /**
     * Most tasks are created by one event, so they are inserted, which costs half of an upsert.
     *
     * @return the ids that were inserted; the others existed
     */
    public Set<String> apply(Collection<TaskChange> changes) {
        List<TaskChange> created = changes.stream().filter(c -> c.created() != null).toList();
        Set<String> inserted = insert(created);
        update(changes.stream().filter(c -> !inserted.contains(c.taskId())).toList());
        return inserted;
    }

    private Set<String> insert(List<TaskChange> created) {
        if (created.isEmpty()) {
            return Set.of();
        }
        Set<String> inserted =
                created.stream()
                        .map(TaskChange::taskId)
                        .collect(Collectors.toCollection(HashSet::new));
        List<Document> documents = created.stream().map(MongoTasks::document).toList();
        DuplicateKeys.insertNew(documents(), documents)
                .forEach(existing -> inserted.remove(created.get(existing).taskId()));
        return inserted;
    }

    private void update(List<TaskChange> changes) {
        List<UpdateOneModel<Document>> updates =
                changes.stream()
                        .map(
                                change ->
                                        new UpdateOneModel<Document>(
                                                Filters.eq(change.taskId()),
                                                update(change),
                                                new UpdateOptions().upsert(true)))
                        .toList();
        if (!updates.isEmpty()) {
            documents().bulkWrite(updates, new BulkWriteOptions().ordered(false));
        }
    }

    private static Document document(TaskChange change) {
        return facts(change)
                .append("_id", change.taskId())
                .append("wanted", change.wanted())
                .append("closed", change.closed());
    }

    private static Bson update(TaskChange change) {
        return Updates.combine(
                new Document("$set", facts(change)),
                Updates.max("wanted", change.wanted()),
                change.closed()
                        ? Updates.set("closed", true)
                        : Updates.setOnInsert("closed", false));
    }

    /** What does not change, as far as it is known. */
    private static Document facts(TaskChange change) {
        Document facts = new Document("partition", change.partition());
        TaskCreated created = change.created();
        if (created != null) {
            facts.append("projectId", created.projectId())
                    .append("gold", created.kind() == TaskKind.GOLD)
                    .append("media", write(created.media()))
                    .append(PICTURE, pictureOf(created))
                    .append("complexityPermille", created.complexityPermille())
                    .append("priority", created.priority())
                    .append("minTier", TaskChange.minTier(created))
                    .append("createdAt", Date.from(created.createdAt()));
            if (created.preLabel() != null) {
                facts.append("preLabel", JSON.writeValueAsString(created.preLabel()));
            }
            if (TaskChange.isReserved(created)) {
                facts.append(RESERVED_FOR, created.projectId());
            }
            if (!created.allowedWorkers().isEmpty()) {
                facts.append("allowedWorkers", created.allowedWorkers());
            }
        }
        return facts;
    }

    private static String pictureOf(TaskCreated task) {
        String whole = task.projectId() + "\n" + task.media().ref();
        return Ids.sha256Hex(whole.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    }

    /**
     * Notes which gold shows a picture that work shows, too, of what was created; after it is
     * stored, so that of two who store at once the later one sees both. Most projects have none,
     * which is one look at an index.
     */
    public void relate(Collection<TaskChange> changes) {
        Set<String> pictures =
                changes.stream()
                        .map(TaskChange::created)
                        .filter(Objects::nonNull)
                        .map(MongoTasks::pictureOf)
                        .collect(Collectors.toSet());
        if (pictures.isEmpty()) {
            return;
        }
        documents()
                .find(Filters.and(Filters.in(PICTURE, pictures), Filters.eq("gold", true)))
                .projection(Projections.include(PICTURE))
                .limit(MAX_GOLD_TASKS)
                .map(gold -> gold.getString(PICTURE))
                .into(new HashSet<>())
                .forEach(this::relate);
    }

    private void relate(String picture) {
        List<String> golds = showing(picture, true);
        List<String> works = showing(picture, false);
        if (golds.size() <= MAX_ALIKE && works.size() <= MAX_ALIKE && !works.isEmpty()) {
            addAlike(golds, works);
            addAlike(works, golds);
        }
    }

    private List<String> showing(String picture, boolean gold) {
        return documents()
                .find(Filters.and(Filters.eq(PICTURE, picture), Filters.eq("gold", gold)))
                .projection(Projections.include("_id"))
                .limit(MAX_ALIKE + 1)
                .map(task -> task.getString("_id"))
                .into(new ArrayList<>());
    }

    private void addAlike(List<String> to, List<String> alike) {
        documents().updateMany(Filters.in("_id", to), Updates.addEachToSet(ALIKE, alike));
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
                if (task.containsKey("projectId") && !task.containsKey(RESERVED_FOR)) {
                    read.add(readOpen(task));
                }
                if (read.size() == chunk || !found.hasNext()) {
                    reader.accept(List.copyOf(read));
                    read.clear();
                }
            }
        }
    }

    /** Open tasks for the project's tutorials and tests, in any order. */
    public List<String> reservedFor(String projectId, int max) {
        Bson open = Filters.and(Filters.eq(RESERVED_FOR, projectId), Filters.eq("closed", false));
        return documents()
                .find(open)
                .projection(Projections.include("_id"))
                .limit(max)
                .map(task -> task.getString("_id"))
                .into(new ArrayList<>());
    }

    /** Without those of which only a result or a request came so far. */
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
                task.getList("allowedWorkers", String.class, List.of()),
                task.containsKey(RESERVED_FOR),
                task.getList(ALIKE, String.class, List.of()));
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
                task.getList("allowedWorkers", String.class, List.of()),
                task.getInteger("complexityPermille"));
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
