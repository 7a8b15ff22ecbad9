package io.assay.events;

/** The topics, one per kind of aggregate. */
public enum Topic {
    PROJECTS("assay.projects", Retention.COMPACTED, Keyed.BY_PROJECT),
    TASKS("assay.tasks", Retention.WEEK, Keyed.BY_TASK),
    GOLD("assay.gold", Retention.WEEK, Keyed.BY_TASK),
    ASSIGNMENTS("assay.assignments", Retention.WEEK, Keyed.BY_TASK),
    LABELS("assay.labels", Retention.WEEK, Keyed.BY_TASK),
    REVIEWS("assay.reviews", Retention.WEEK, Keyed.BY_TASK),
    /** Public: partners may read from the first result on. */
    RESULTS("assay.results", Retention.FOREVER, Keyed.BY_TASK),
    WORKERS("assay.workers", Retention.COMPACTED, Keyed.BY_WORKER),
    /** Apart from {@code assay.workers}: review owns a worker's skill, assignment the worker. */
    SKILLS("assay.skills", Retention.COMPACTED, Keyed.BY_WORKER),
    EARNINGS("assay.earnings", Retention.WEEK, Keyed.BY_WORKER),
    BUDGETS("assay.budgets", Retention.COMPACTED, Keyed.BY_PROJECT);

    private final String topicName;
    private final Retention retention;
    private final Keyed keyed;

    Topic(String topicName, Retention retention, Keyed keyed) {
        this.topicName = topicName;
        this.retention = retention;
        this.keyed = keyed;
    }

    public String topicName() {
        return topicName;
    }

    public Retention retention() {
        return retention;
    }

    /**
     * All topics keyed by task have the same number of partitions, so one task is one partition
     * everywhere.
     */
    public Keyed keyed() {
        return keyed;
    }

    /** How long Kafka keeps a topic's records. */
    public enum Retention {
        COMPACTED,
        WEEK,
        FOREVER
    }

    /** What a topic's key names. */
    public enum Keyed {
        BY_PROJECT,
        BY_TASK,
        BY_WORKER
    }
}
