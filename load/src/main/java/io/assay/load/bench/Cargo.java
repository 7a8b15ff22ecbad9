package io.assay.load.bench;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.RawBsonDocument;

import java.util.List;

/**
 * What a phase wrote into the engines, as samples with counts.
 *
 * @param records by topic
 * @param documents by collection
 */
record Cargo(
        List<Bale<ConsumerRecord<byte[], byte[]>>> records, List<Bale<RawBsonDocument>> documents) {

    /**
     * Many of a kind.
     *
     * @param samples real ones, to be written again and again
     * @param count how many the phase wrote
     */
    record Bale<T>(String name, List<T> samples, long count) {

        T sample(long number) {
            return samples.get((int) (number % samples.size()));
        }
    }

    /** A part of it, for engines that could not hold all of it twice. */
    Cargo share(double share) {
        return new Cargo(
                records.stream().map(bale -> part(bale, share)).toList(),
                documents.stream().map(bale -> part(bale, share)).toList());
    }

    private static <T> Bale<T> part(Bale<T> bale, double share) {
        return new Bale<>(bale.name(), bale.samples(), Math.round(bale.count() * share));
    }

    long recordCount() {
        return records.stream().mapToLong(Bale::count).sum();
    }

    long documentCount() {
        return documents.stream().mapToLong(Bale::count).sum();
    }

    long recordBytes() {
        return records.stream()
                .mapToLong(
                        bale ->
                                bale.count()
                                        * (long)
                                                bale.samples().stream()
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
                        bale ->
                                bale.count()
                                        * (long)
                                                bale.samples().stream()
                                                        .mapToInt(
                                                                one ->
                                                                        one.getByteBuffer()
                                                                                .remaining())
                                                        .average()
                                                        .orElse(0))
                .sum();
    }
}
