package io.assay.assignment.dispatch;

import java.util.List;

/**
 * Which open tasks of a project one worker may be given, in this instance's share.
 *
 * @param available true if the worker could be given one now, or may be given gold in its place
 *     before it shows that there is none
 * @param ready with free capacity, open to the worker by tier and name, and paid for; some of those
 *     for anybody the worker may have had; at least one if there is none and that does not show yet
 * @param readyAbove with free capacity for each tier above the worker's, from the next one on
 * @param namedForOthers with free capacity, and naming others
 * @param anyOpen whether there is any open task at all, with or without free capacity, or gold: by
 *     how many are without it one could tell whether a lease took one
 * @param beyondBudget as ready, but costing more than is left of the budget
 */
public record TaskAvailability(
        boolean available,
        int ready,
        List<Integer> readyAbove,
        int namedForOthers,
        boolean anyOpen,
        int beyondBudget) {

    static final TaskAvailability NOTHING_OPEN =
            new TaskAvailability(false, 0, List.of(), 0, false, 0);

    public TaskAvailability {
        readyAbove = List.copyOf(readyAbove);
    }
}
