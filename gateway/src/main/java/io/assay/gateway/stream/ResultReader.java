package io.assay.gateway.stream;

import java.time.Duration;
import java.util.List;

/** The results topic, from a cursor on. */
interface ResultReader extends AutoCloseable {

    /** Where reading began, with every partition named. */
    Cursor start();

    /** What comes next; empty if nothing did within the time. */
    List<ResultRecord> next(Duration wait);

    /** Whether all that stood in the topic when reading began has been read. */
    boolean atEnd();

    @Override
    void close();
}
