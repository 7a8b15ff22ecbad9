package io.assay.load.bench;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.RawBsonDocument;

/**
 * What a phase wrote into the engines, as samples with counts.
 *
 * @param records by topic
 * @param documents by collection
 */
record WrittenData(
        List<Samples<ConsumerRecord<byte[], byte[]>>> records,
        List<Samples<RawBsonDocument>> documents) {

    /**
     * Many of a kind.
     *
     * @param samples real ones, to be written again and again
     * @param count how many the phase wrote
     */
    record Samples<T>(String name, List<T> samples, long count) {

        T sample(long number) {
            return samples.get((int) (number % samples.size()));
        }
    }

    /** A part of it, for engines that could not hold all of it twice. */
    WrittenData share(double share) {
        return new WrittenData(
                records.stream().map(samples -> part(samples, share)).toList(),
                documents.stream().map(samples -> part(samples, share)).toList());
    }

    private static <T> Samples<T> part(Samples<T> samples, double share) {
        return new Samples<>(
                samples.name(), samples.samples(), Math.round(samples.count() * share));
    }

    long recordCount() {
        return records.stream().mapToLong(Samples::count).sum();
    }

    long documentCount() {
        return documents.stream().mapToLong(Samples::count).sum();
    }

    long recordBytes() {
        return records.stream()
                .mapToLong(
                        samples ->
                                samples.count()
                                        * (long)
                                                samples.samples().stream()
                                                        .mapToInt(
                                                                one ->
                                                                        one.serializedKeySize()
                                                                                + one
                                                                                        .serializedValueSize())
                                                        .average()
                                                        .orElse(0))
                .sum();
    }

    long documentBytes() {
        return documents.stream()
                .mapToLong(
                        samples ->
                                samples.count()
                                        * (long)
                                                samples.samples().stream()
                                                        .mapToInt(
                                                                one ->
                                                                        one.getByteBuffer()
                                                                                .remaining())
                                                        .average()
                                                        .orElse(0))
                .sum();
    }
}
