package io.assay.gateway.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often one may ask; each limit is a bucket of {@code burst} tokens, refilled evenly.
 *
 * @param principal requests with a token, per principal
 * @param address requests without a token, per address
 * @param pictures signed pictures, per address: many workers may share one
 * @param signUp new accounts, per address
 * @param login passwords tried, per address
 * @param token tokens fetched, per address
 */
@ConfigurationProperties("assay.gateway.limits")
record LimitProperties(
        Limit principal, Limit address, Limit pictures, Limit signUp, Limit login, Limit token) {

    /**
     * One limit.
     *
     * @param burst most at once, at least 1
     * @param perMinute sustained, at least 1
     */
    record Limit(@DefaultValue("200") long burst, @DefaultValue("3000") long perMinute) {

        Limit {
            if (burst < 1 || perMinute < 1) {
                throw new IllegalArgumentException(
                        "limit: " + burst + ", " + perMinute + " (expected: >= 1)");
            }
        }
    }
}
