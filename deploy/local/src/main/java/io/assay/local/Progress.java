package io.assay.local;

import java.time.Duration;

/** Hears how a stack comes up and goes down. */
public interface Progress {

    Progress SILENT = new Progress() {};

    default void prepared(String name, Duration after) {}

    default void ready(String name, long pid, Duration after) {}

    default void stopped(String name) {}

    default void crashed(Crash crash) {}
}
