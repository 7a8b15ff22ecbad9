package io.assay.gateway.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often one may ask; each limit is a bucket of {@code burst} tokens, refilled evenly. An
 * address is an IPv4 address, or the first 64 bits of an IPv6 address.
 *
 * @param principal requests with a token, per principal
 * @param address requests without a token, per address
 * @param pictures signed pictures, per address: many workers may share one
 * @param signUp new accounts, per address
 * @param login passwords tried, per address
 * @param account wrong passwords, per account, from browsers that never signed in to it
 * @param device wrong passwords, per browser that has signed in to the account before, and per
 *     signed-in account that changes its password
 * @param token tokens fetched, per address
 * @param invalidToken requests with a token that is not valid, per address
 * @param stream streams opened, per principal
 */
@ConfigurationProperties("assay.gateway.limits")
record LimitProperties(
        Limit principal,
        Limit address,
        Limit pictures,
        Limit signUp,
        Limit login,
        Limit account,
        Limit device,
        Limit token,
        Limit invalidToken,
        Limit stream) {

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
