package io.assay.events;

/**
 * Something that happened, as published to the other services. The envelope (id, type, time,
 * sequence, trace) travels in CloudEvents headers; a record holds only the data.
 */
public sealed interface Event
        permits ProjectChanged,
                TaskCreated,
                TaskWithdrawn,
                MoreLabelsRequested,
                GoldSet,
                GoldRetired,
                TaskAssigned,
                AssignmentReturned,
                LabelSubmitted,
                LabelFlagged,
                LabelReviewed,
                TaskEscalated,
                Result,
                WorkerChanged,
                WorkerTierChanged,
                EarningRecorded,
                BudgetChanged,
                BudgetExhausted {

    /** The aggregate's id, which is the Kafka key: events of one key stay in order. */
    String key();
}
