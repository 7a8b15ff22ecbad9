package io.assay.task.project;

import io.assay.events.Guideline;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Guideline texts that a newer version replaced: labels and verdicts still name them. */
@Component
public final class MongoGuidelines {

    private static final String COLLECTION = "guidelines";

    /**
     * @param id {@code project.version}
     */
    private record Past(String id, Guideline guideline) {}

    private final MongoTemplate mongo;

    MongoGuidelines(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * To be called before the replacement is written. What is kept is in force and so final:
     * whoever replaces it, in a race or again after a crash, keeps the same text under the same id.
     */
    void keep(Project replaced) {
        Guideline guideline = replaced.guideline();
        mongo.save(new Past(id(replaced.projectId(), guideline.version()), guideline), COLLECTION);
    }

    /** The text of one version, if there was such. */
    public Optional<Guideline> find(Project project, int version) {
        return version == project.guidelineVersion()
                ? Optional.of(project.guideline())
                : Optional.ofNullable(
                                mongo.findById(
                                        id(project.projectId(), version), Past.class, COLLECTION))
                        .map(Past::guideline);
    }

    private static String id(String projectId, int version) {
        return projectId + "." + version;
    }
}
