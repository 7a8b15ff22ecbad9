package io.assay.local;

import java.time.Duration;

/** Hears how a stack comes up and goes down. */
public interface Progress {

    Progress SILENT = new Progress() {};

    default void prepared(String name, Duration after) {}

    default void ready(String name, long pid, Duration after) {}

    default void stopped(String name) {}

    /**
     * @param restarted whether it is started again by itself
     */
    default void crashed(Crash crash, boolean restarted) {}

    /** One that ended could not be started again; it is tried again later. */
    default void failedToStart(String name, String reason) {}
}
