/**
 * The ready structure: which open tasks of this instance's share go to which worker next. Plain
 * Java, in memory, deterministic for a given random generator; rebuilt from the store by its owner.
 *
 * <p>{@link io.assay.assignment.dispatch.Dispatch} is the entry. Where each rule is:
 *
 * <ul>
 *   <li>which project is next, and how scarce work is shared between workers: {@code FairShare};
 *   <li>which task of a project is next, and how gold is mixed in: {@code ProjectQueue};
 *   <li>tier, priority, names, at most once per worker, capacity: {@code Task};
 *   <li>the queue itself, in which nobody searches twice what they had: {@code ReadyLog};
 *   <li>tasks that name their workers: {@code NamedQueue}, {@code NameSets}; gold: {@code
 *       GoldPool};
 *   <li>tasks that cost more than is left: {@code UnaffordableTasks};
 *   <li>what a worker holds, and when it runs out: {@code LiveLeases};
 *   <li>who had a task: {@code WorkerStates}.
 * </ul>
 *
 * <p>Names become numbers at the entry: a task's id two longs, a worker's a small int. An open task
 * costs about a hundred bytes; see ADR 21.
 */
@NullMarked
package io.assay.assignment.dispatch;

import org.jspecify.annotations.NullMarked;
