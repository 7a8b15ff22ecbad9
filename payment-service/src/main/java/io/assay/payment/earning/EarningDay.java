package io.assay.payment.earning;

import io.assay.events.Money;
import io.assay.payment.ledger.JournalEntry;
import io.assay.web.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a worker earned on one day.
 *
 * @param parts in order of project and currency
 */
record EarningDay(LocalDate day, List<Part> parts) {

    /**
     * @param earnings how many
     * @param amount of them together
     */
    record Part(String projectId, int earnings, Money amount) {

        private Part plus(Part other) {
            return new Part(projectId, earnings + other.earnings, amount.plus(other.amount));
        }
    }

    EarningDay {
        parts = List.copyOf(parts);
    }

    /** How far one answer reads: nobody earns that often on a few days. */
    static final int MAX_ENTRIES = 200_000;

    /**
     * Days with earnings, the latest first. Only as many entries are taken as that needs; where it
     * is too many, the answer ends after a whole day.
     *
     * @param newestFirst earnings of one worker
     * @param zone that says when a day begins
     * @param limit most days
     */
    static Page<EarningDay> page(Iterator<JournalEntry> newestFirst, ZoneId zone, int limit) {
        return page(newestFirst, zone, limit, MAX_ENTRIES);
    }

    static Page<EarningDay> page(
            Iterator<JournalEntry> newestFirst, ZoneId zone, int limit, int maxEntries) {
        List<EarningDay> days = new ArrayList<>();
        @Nullable LocalDate day = null;
        Map<Key, Part> parts = new TreeMap<>();
        int read = 0;
        while (newestFirst.hasNext()) {
            JournalEntry entry = newestFirst.next();
            LocalDate of = LocalDate.ofInstant(entry.recordedAt(), zone);
            if (day != null && !of.equals(day)) {
                days.add(new EarningDay(day, List.copyOf(parts.values())));
                parts.clear();
                if (days.size() == limit || read >= maxEntries) {
                    return new Page<>(days, days.getLast().day().toString());
                }
            }
            day = of;
            read++;
            Money amount = entry.entry().amount();
            parts.merge(
                    new Key(entry.entry().projectId(), amount.currency()),
                    new Part(entry.entry().projectId(), 1, amount),
                    Part::plus);
        }
        if (day != null) {
            days.add(new EarningDay(day, List.copyOf(parts.values())));
        }
        return new Page<>(days, null);
    }

    /** When what comes after such a page ends. */
    static Instant before(LocalDate lastDay, ZoneId zone) {
        return lastDay.atStartOfDay(zone).toInstant();
    }

    private record Key(String projectId, String currency) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byProject = projectId.compareTo(other.projectId);
            return byProject == 0 ? currency.compareTo(other.currency) : byProject;
        }
    }
}
