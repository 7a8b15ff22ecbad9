package io.assay.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers names from 0 in the order in which they first come. */
final class Numbers {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    int of(String name) {
        int next = names.size();
        int number = numbers.getOrDefault(name, next);
        if (number == next) {
            numbers.put(name, next);
            names.add(name);
        }
        return number;
    }

    /** -1 if the name has not come. */
    int find(String name) {
        return numbers.getOrDefault(name, -1);
    }

    List<String> names() {
        return List.copyOf(names);
    }
}
