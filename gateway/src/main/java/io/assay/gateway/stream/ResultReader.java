package io.assay.gateway.stream;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** The results topic, from a cursor on. */
interface ResultReader extends AutoCloseable {

    /** Where reading began, with every partition named. */
    Cursor start();

    /**
     * What comes next; empty if nothing did within the time.
     *
     * @param wanted the projects whose results are read; others only move the cursor, and are not
     *     looked into
     */
    List<ResultRecord> next(Duration wait, Predicate<String> wanted);

    /** Whether all that stood in the topic when reading began has been read. */
    boolean atEnd();

    @Override
    void close();
}
