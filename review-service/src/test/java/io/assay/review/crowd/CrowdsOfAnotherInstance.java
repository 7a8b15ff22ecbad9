package io.assay.review.crowd;

import org.springframework.data.mongodb.core.MongoTemplate;

/** What an instance knows that has just been started. */
public final class CrowdsOfAnotherInstance {
    private CrowdsOfAnotherInstance() {}

    public static Crowds of(MongoTemplate mongo) {
        return new Crowds(new MongoCrowds(mongo));
    }
}
