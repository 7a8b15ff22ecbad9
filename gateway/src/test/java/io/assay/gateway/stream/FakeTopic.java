package io.assay.gateway.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A results topic and the index of occurrences, in memory. */
final class FakeTopic implements Occurrences {

    private final List<List<ResultRecord>> partitions = new ArrayList<>();
    private final Map<String, String> canonical = new HashMap<>();

    FakeTopic(int count) {
        for (int i = 0; i < count; i++) {
            partitions.add(new ArrayList<>());
        }
    }

    void publish(int partition, String id, String projectId) {
        add(
                partition,
                new ResultRecord.Decoded(
                        id, "assay.TaskLabelled", Instant.EPOCH, projectId, Map.of("id", id)));
    }

    void poison(int partition) {
        add(partition, null);
    }

    private void add(int partition, ResultRecord.Decoded result) {
        List<ResultRecord> records = partitions.get(partition);
        records.add(new ResultRecord(partition, records.size(), result));
    }

    @Override
    public Map<String, String> canonical(Map<String, String> seen) {
        seen.forEach(canonical::putIfAbsent);
        Map<String, String> found = new HashMap<>(canonical);
        found.keySet().retainAll(seen.keySet());
        return found;
    }

    /** Reads in batches of that size. */
    ResultReader reader(Cursor from, int batch) {
        SortedMap<Integer, Long> next = new TreeMap<>();
        for (int i = 0; i < partitions.size(); i++) {
            next.put(i, from.next().getOrDefault(i, 0L));
        }
        return new Reader(new Cursor(next), new TreeMap<>(next), batch);
    }

    private final class Reader implements ResultReader {

        private final Cursor start;
        private final SortedMap<Integer, Long> next;
        private final int batch;

        Reader(Cursor start, SortedMap<Integer, Long> next, int batch) {
            this.start = start;
            this.next = next;
            this.batch = batch;
        }

        @Override
        public Cursor start() {
            return start;
        }

        @Override
        public List<ResultRecord> next(Duration wait, Predicate<String> wanted) {
            List<ResultRecord> records = new ArrayList<>();
            for (int partition = partitions.size() - 1; partition >= 0; partition--) {
                List<ResultRecord> all = partitions.get(partition);
                while (next.get(partition) < all.size() && records.size() < batch) {
                    records.add(seen(all.get(next.get(partition).intValue()), wanted));
                    next.merge(partition, 1L, Long::sum);
                }
            }
            return records;
        }

        private static ResultRecord seen(ResultRecord record, Predicate<String> wanted) {
            ResultRecord.Decoded result = record.result();
            return result == null || wanted.test(result.projectId())
                    ? record
                    : new ResultRecord(record.partition(), record.offset(), null);
        }

        @Override
        public boolean atEnd() {
            return next.entrySet().stream()
                    .allMatch(at -> at.getValue() >= partitions.get(at.getKey()).size());
        }

        @Override
        public void close() {}
    }
}
