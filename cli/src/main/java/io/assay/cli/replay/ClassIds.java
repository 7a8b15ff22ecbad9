package io.assay.cli.replay;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Recorded labels as a project can have them. */
final class ClassIds {

    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

    private ClassIds() {}

    /** An id for each label: itself, if all of them may be ids, else a number. */
    static Map<String, String> of(Collection<String> labels) {
        boolean plain = labels.stream().allMatch(label -> ID.matcher(label).matches());
        Map<String, String> ids = new LinkedHashMap<>();
        for (String label : labels) {
            ids.put(label, plain ? label : "class-" + (ids.size() + 1));
        }
        return ids;
    }
}
