package io.assay.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists that are left out where they are empty. */
final class Lists {

    private Lists() {}

    static <T> List<T> copyOrEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
