package io.assay.assignment.worker;

import io.assay.events.Tool;
import java.util.List;

/**
 * What people say of themselves when they apply. It is kept apart from what they are as workers, so
 * that it can be forgotten, and is in no event.
 *
 * @param residence ISO 3166, two capital letters
 * @param languages 1 to 10 of two or three small letters (BCP 47)
 * @param abilities kinds of work, 1 to 9
 */
record Application(String residence, List<String> languages, List<Tool> abilities) {

    Application {
        languages = List.copyOf(languages);
        abilities = List.copyOf(abilities);
    }
}
