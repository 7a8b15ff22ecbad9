package io.assay.assignment.worker;

import io.assay.events.Tool;
import io.assay.messaging.StoreSetup;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Applications by worker, each of another person. */
@Component
class MongoApplications implements StoreSetup {

    private static final String COLLECTION = "applications";
    private static final String PERSON = "person";
    private static final String RESIDENCE = "residence";
    private static final String LANGUAGES = "languages";
    private static final String ABILITIES = "abilities";

    private final MongoTemplate mongo;

    MongoApplications(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void prepare() {
        mongo.indexOps(COLLECTION).createIndex(new Index(PERSON, Direction.ASC).unique());
    }

    /** Whether it was kept; not if the person applied as another worker. */
    boolean keep(String workerId, String person, Application application) {
        Document document =
                new Document("_id", workerId)
                        .append(PERSON, person)
                        .append(RESIDENCE, application.residence())
                        .append(LANGUAGES, application.languages())
                        .append(
                                ABILITIES,
                                application.abilities().stream().map(Tool::name).toList());
        try {
            mongo.save(document, COLLECTION);
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** By worker; those who never applied by form, or are forgotten, are absent. */
    Map<String, Application> findAll(Collection<String> workerIds) {
        Map<String, Application> found = new HashMap<>();
        for (Document document :
                mongo.find(
                        Query.query(
                                Criteria.where("_id").in(workerIds).and(RESIDENCE).exists(true)),
                        Document.class,
                        COLLECTION)) {
            found.put(document.getString("_id"), application(document));
        }
        return found;
    }

    /** Forgets all of it. */
    void remove(String workerId) {
        mongo.remove(of(workerId), COLLECTION);
    }

    /** Forgets all but that this person applied. */
    void strip(String workerId) {
        mongo.updateFirst(
                of(workerId),
                new Update().unset(RESIDENCE).unset(LANGUAGES).unset(ABILITIES),
                COLLECTION);
    }

    private static Query of(String workerId) {
        return Query.query(Criteria.where("_id").is(workerId));
    }

    private static Application application(Document document) {
        List<Tool> abilities =
                document.getList(ABILITIES, String.class).stream()
                        .map(name -> Tool.valueOf(name.toUpperCase(Locale.ROOT)))
                        .toList();
        return new Application(
                document.getString(RESIDENCE),
                document.getList(LANGUAGES, String.class),
                abilities);
    }
}
