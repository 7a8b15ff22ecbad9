package io.assay.review.learning;

import org.springframework.data.mongodb.core.MongoTemplate;

/** What an instance knows that has just been started. */
public final class ProjectModelsOfAnotherInstance {
    private ProjectModelsOfAnotherInstance() {}

    public static ProjectModels of(MongoTemplate mongo) {
        return new ProjectModels(new MongoProjectModels(mongo));
    }
}
