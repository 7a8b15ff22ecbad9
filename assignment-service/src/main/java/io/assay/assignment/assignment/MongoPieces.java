package io.assay.assignment.assignment;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.assay.assignment.figure.Pace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** How a worker came on lately: a few fields of their last assignments. */
@Component
class MongoPieces {

    private static final int LAST = 200;

    private static final Bson FIELDS =
            Projections.include(
                    "state.lease.projectId",
                    "state.lease.leasedAt",
                    "state.lease.terms.trial",
                    "state.submittedAt",
                    "state.review.verdict");

    private final MongoTemplate mongo;

    MongoPieces(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** By project, of the worker's last {@value #LAST} assignments. */
    Map<String, Pace.Own> own(String workerId) {
        List<Pace.Piece> pieces = new ArrayList<>();
        for (Document found :
                mongo.getCollection("assignments")
                        .find(Filters.eq("state.lease.workerId", workerId))
                        .sort(
                                Sorts.orderBy(
                                        Sorts.descending("state.lease.leasedAt"),
                                        Sorts.ascending("_id")))
                        .limit(LAST)
                        .projection(FIELDS)) {
            Document state = requireNonNull(found.get("state", Document.class));
            Document lease = requireNonNull(state.get("lease", Document.class));
            Date submittedAt = state.getDate("submittedAt");
            if (submittedAt != null && !isTrial(lease)) {
                pieces.add(
                        new Pace.Piece(
                                requireNonNull(lease.getString("projectId")),
                                instant(lease.getDate("leasedAt")),
                                instant(submittedAt),
                                accepted(state)));
            }
        }
        return Pace.of(pieces);
    }

    private static boolean isTrial(Document lease) {
        return lease.get("terms", new Document()).getString("trial") != null;
    }

    private static @Nullable Boolean accepted(Document state) {
        String verdict = state.get("review", new Document()).getString("verdict");
        return verdict == null ? null : verdict.equals("accepted");
    }

    private static Instant instant(@Nullable Date date) {
        return requireNonNull(date).toInstant();
    }
}
