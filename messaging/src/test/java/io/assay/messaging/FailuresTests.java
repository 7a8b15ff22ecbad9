package io.assay.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonMaximumSizeExceededException;
import org.bson.BsonString;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.UncategorizedMongoDbException;
import org.springframework.kafka.KafkaException;

class FailuresTests {

    private static final ServerAddress STORE = new ServerAddress();

    static Stream<Throwable> passing() {
        return Stream.of(
                new MongoSocketReadException("broken off", STORE),
                new MongoTimeoutException("no server"),
                new MongoNotPrimaryException(new BsonDocument(), STORE),
                command(91),
                command(50),
                command(13),
                new DataAccessResourceFailureException("away"),
                new UncategorizedMongoDbException("away", command(189)),
                new KafkaException("away", new TimeoutException("away")),
                new PublishFailed("away", new NotLeaderOrFollowerException("moved")),
                new StaleVersion("things", "a"));
    }

    static Stream<Throwable> lasting() {
        return Stream.of(
                new MongoWriteException(
                        new WriteError(11_000, "duplicate", new BsonDocument()), STORE, Set.of()),
                bulk(11_000),
                bulk(17_420),
                command(10_334),
                command(2),
                command(121),
                new UncategorizedMongoDbException("too large", command(17_419)),
                new DuplicateKeyException("twice"),
                new BsonMaximumSizeExceededException("too large"),
                new KafkaException("refused", new RecordTooLargeException("too large")),
                new CompletionException(new PublishRefused("refused", new Exception("x"))),
                new EventTooLarge("TaskCreated", 2_000_000),
                new IllegalStateException("a fault of ours"));
    }

    private static MongoCommandException command(int code) {
        return new MongoCommandException(
                new BsonDocument("code", new BsonInt32(code))
                        .append("errmsg", new BsonString("refused")),
                STORE);
    }

    private static MongoBulkWriteException bulk(int code) {
        return new MongoBulkWriteException(
                BulkWriteResult.unacknowledged(),
                List.of(new BulkWriteError(code, "refused", new BsonDocument(), 0)),
                null,
                STORE,
                Set.of());
    }

    @ParameterizedTest
    @MethodSource("passing")
    void repeatsWhatMayBeOverNextTime(Throwable failure) {
        assertThat(Failures.mayPass(failure)).isTrue();
        assertThat(Failures.mayPass(new IllegalStateException(failure))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void givesUpWhatWillNeverBe(Throwable failure) {
        assertThat(Failures.mayPass(failure)).isFalse();
        assertThat(Failures.mayPass(new IllegalStateException(failure))).isFalse();
    }
}
