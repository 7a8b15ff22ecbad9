package io.assay.messaging;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoServerException;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonMaximumSizeExceededException;
import org.bson.BsonSerializationException;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.kafka.KafkaException;

/** Tells what may be over when it is tried again from what never will be. */
final class Failures {

    /**
     * What a store answers to a document or an update, whenever it comes: bad value, failed to
     * parse, type mismatch, invalid length, overflow, path not viable, dollar prefix, conflicting
     * operators, immutable field, too deep, failed validation, too large (four), key too long,
     * duplicate key (three).
     */
    private static final Set<Integer> OF_THE_DOCUMENT =
            Set.of(
                    2, 9, 14, 15, 16, 28, 40, 52, 57, 66, 121, 10_334, 17_280, 17_419, 17_420,
                    11_000, 11_001, 12_582);

    private Failures() {}

    /** True if the failure lies in what is around us, so that a repeat may succeed. */
    static boolean mayPass(@Nullable Throwable failure) {
        boolean around = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isOfTheDocument(cause) || isRefusal(cause)) {
                return false;
            }
            around |= isAround(cause);
        }
        return around;
    }

    /** True if the broker will not take it however often it is sent. */
    static boolean isRefused(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isRefusal(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRefusal(Throwable cause) {
        return cause instanceof RecordTooLargeException
                || cause instanceof RecordBatchTooLargeException
                || cause instanceof InvalidRecordException
                || cause instanceof InvalidTopicException
                || cause instanceof SerializationException
                || cause instanceof PublishRefused
                || cause instanceof EventTooLarge;
    }

    private static boolean isOfTheDocument(Throwable cause) {
        return switch (cause) {
            case DataIntegrityViolationException _ -> true;
            case InvalidDataAccessApiUsageException _ -> true;
            case BsonMaximumSizeExceededException _ -> true;
            case BsonSerializationException _ -> true;
            case BsonInvalidOperationException _ -> true;
            case CodecConfigurationException _ -> true;
            case MongoBulkWriteException bulk ->
                    bulk.getWriteErrors().stream()
                            .anyMatch(error -> OF_THE_DOCUMENT.contains(error.getCode()));
            case MongoServerException answered -> OF_THE_DOCUMENT.contains(answered.getCode());
            default -> false;
        };
    }

    private static boolean isAround(Throwable cause) {
        return Arrays.asList(
                        DataAccessException.class,
                        MongoException.class,
                        KafkaException.class,
                        org.apache.kafka.common.KafkaException.class,
                        PublishFailed.class,
                        StaleVersion.class,
                        TimeoutException.class,
                        InterruptedException.class)
                .stream()
                .anyMatch(kind -> kind.isInstance(cause));
    }
}
