package io.assay.docserver;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one aggregation that drivers send to count documents: {@code $match}, then a sum of ones. */
final class Counting {

    private static final Document GROUP =
            new Document("_id", 1).append("n", new Document("$sum", 1));

    private Counting() {}

    /** What is to be counted; null if the command does anything else. */
    static @Nullable Document of(Document command) {
        return command.get("pipeline") instanceof List<?> stages
                        && stages.size() == 2
                        && stages.getFirst() instanceof Document match
                        && match.get("$match") instanceof Document filter
                        && stages.getLast() instanceof Document group
                        && GROUP.equals(group.get("$group"))
                ? filter
                : null;
    }

    static Document answer(String namespace, int count) {
        List<Document> batch =
                count == 0 ? List.of() : List.of(new Document("_id", 1).append("n", count));
        Document response =
                new Document(
                        "cursor",
                        new Document("id", 0L).append("ns", namespace).append("firstBatch", batch));
        Utils.markOkay(response);
        return response;
    }
}
