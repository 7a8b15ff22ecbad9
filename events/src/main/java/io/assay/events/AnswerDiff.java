package io.assay.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What changed between two answers. An answer is a list here: of its objects, of its tags in order,
 * or of the one class that it names.
 *
 * @param agreement of the two as verdicts measure it, 0 to 1
 * @param kept how many entries stand in both
 * @param added places in the new answer, from 0, of what was not in the old one
 * @param removed places in the old answer, from 0, of what is not in the new one
 */
public record AnswerDiff(
        double agreement,
        int kept,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Integer> added,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Integer> removed) {

    public AnswerDiff {
        added = Lists.copyOrEmpty(added);
        removed = Lists.copyOrEmpty(removed);
    }
}
