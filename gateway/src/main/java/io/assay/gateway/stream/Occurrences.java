package io.assay.gateway.stream;

import java.util.Map;

/**
 * Which occurrence of a result counts. A service that crashed may publish a result a second time
 * under the same id; the first occurrence that any reader came upon is the canonical one, for every
 * reader and for good. So whoever reads from whatever position sees each result once.
 */
interface Occurrences {

    /**
     * The canonical position of each id.
     *
     * @param seen id to position as now read; taken as canonical where none is known
     */
    Map<String, String> canonical(Map<String, String> seen);
}
