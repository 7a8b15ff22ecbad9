package io.assay.web;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A bounded piece of a list.
 *
 * @param next cursor of the next piece, absent at the end
 */
public record Page<T>(List<T> items, @Nullable String next) implements Paged<Page<T>> {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    public Page {
        items = List.copyOf(items);
    }

    /**
     * The first of what was found.
     *
     * @param found in order: one more than {@code limit} if there are more
     * @param cursor by which the piece behind an item is asked for
     */
    public static <T> Page<T> of(
            List<T> found, int limit, Function<? super T, @Nullable String> cursor) {
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), cursor.apply(found.get(limit - 1)));
    }

    @Override
    public Page<T> withNext(String cursor) {
        return new Page<>(items, cursor);
    }

    /** As callers see it. */
    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return flatMap(item -> Stream.of(view.apply(item)));
    }

    /** The same with some items left out, so that it may be short. */
    public <R> Page<R> flatMap(Function<? super T, ? extends Stream<? extends R>> view) {
        return new Page<>(items.stream().<R>flatMap(view).toList(), next);
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
                    HttpStatus.BAD_REQUEST,
                    "bad-limit",
                    "limit: " + limit + " (expected: 1 to " + MAX_LIMIT + ")");
        }
        return limit;
    }
}
