package io.assay.assignment.project;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.assay.events.Guideline;
import io.assay.events.ProjectChanged;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Every version of a guideline that was received: workers are shown what changed. */
@Component
public final class MongoGuidelines {

    private static final String COLLECTION = "guidelines";
    private static final String TEXT = "markdown";

    private final MongoTemplate mongo;

    MongoGuidelines(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** A version never changes, so what is there stays. */
    void keep(Collection<ProjectChanged> received) {
        List<UpdateOneModel<Document>> updates =
                received.stream().map(MongoGuidelines::insertion).toList();
        if (!updates.isEmpty()) {
            mongo.getCollection(COLLECTION)
                    .bulkWrite(updates, new BulkWriteOptions().ordered(false));
        }
    }

    private static UpdateOneModel<Document> insertion(ProjectChanged project) {
        Guideline guideline = project.guideline();
        return new UpdateOneModel<>(
                Filters.eq(id(project.projectId(), guideline.version())),
                Updates.setOnInsert(TEXT, guideline.markdown()),
                new UpdateOptions().upsert(true));
    }

    /** Markdown; empty if no such version was received. */
    public Optional<String> find(String projectId, int version) {
        Document found =
                mongo.getCollection(COLLECTION).find(Filters.eq(id(projectId, version))).first();
        return Optional.ofNullable(found).map(text -> text.getString(TEXT));
    }

    /** A guideline as it is known in memory, with its text. */
    public Guideline withText(String projectId, Guideline guideline) {
        return new Guideline(
                guideline.version(),
                guideline.sha256(),
                find(projectId, guideline.version()).orElse(""),
                guideline.materialSince());
    }

    private static String id(String projectId, int version) {
        return projectId + "." + version;
    }
}
