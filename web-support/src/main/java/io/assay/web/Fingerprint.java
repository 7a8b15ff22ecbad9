package io.assay.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.assay.events.Ids;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * By which a request is known when it comes again. It follows from what was sent and from nothing
 * else: not from the order of fields, nor from the fields that a later version will know of.
 */
public final class Fingerprint {

    private static final JsonMapper CANONICAL =
            JsonMapper.builder()
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .changeDefaultPropertyInclusion(
                            value ->
                                    value.withValueInclusion(JsonInclude.Include.NON_NULL)
                                            .withContentInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    private Fingerprint() {}

    /**
     * 64 hexadecimal digits.
     *
     * @param body a record, of which absent fields do not count
     */
    public static String of(Object body) {
        return Ids.sha256Hex(CANONICAL.writeValueAsBytes(body));
    }
}
