package io.assay.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bounded piece of a list.
 *
 * @param next cursor of the next piece, absent at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    public Page {
        items = List.copyOf(items);
    }

    /**
     * The limit to use for what a caller asked for.
     *
     * @throws Problem 400 {@code bad-limit} if it is not 1 to 200
     */
    public static int limit(@Nullable Integer asked) {
        int limit = asked == null ? DEFAULT_LIMIT : asked;
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Problem.of(
                    org.springframework.http.HttpStatus.BAD_REQUEST,
                    "bad-limit",
                    "limit: " + limit + " (expected: 1 to " + MAX_LIMIT + ")");
        }
        return limit;
    }
}
