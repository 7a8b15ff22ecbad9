package io.assay.events;

import java.util.List;
import java.util.Optional;

/** What makes runs a mask. */
final class Masks {

    private Masks() {}

    static Optional<String> problem(Mask mask) {
        List<Integer> counts = mask.counts();
        long all = 0;
        long inside = 0;
        for (int i = 0; i < counts.size(); i++) {
            int run = counts.get(i);
            if (run < 0 || (run == 0 && i > 0)) {
                return Optional.of("counts[" + i + "]: " + run + " (expected: over 0)");
            }
            all += run;
            inside += i % 2 == 1 ? run : 0;
        }
        long pixels = (long) mask.width() * mask.height();
        if (all != pixels) {
            return Optional.of("counts: " + all + " pixels (expected: " + pixels + ")");
        }
        return inside > 0
                ? Optional.empty()
                : Optional.of("counts: empty (expected: a pixel inside)");
    }
}
