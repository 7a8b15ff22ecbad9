package io.assay.load.bench;

import io.assay.cli.client.Json;
import io.assay.cli.client.Work;
import io.assay.cli.people.LoadWorker.Held;
import io.assay.events.Answer;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What to say of a picture, as the bytes that are sent: made once per class. */
final class Answers {

    private static final Map<String, byte[]> LABELLINGS =
            byClass(classId -> Json.bytes(new Work.Labelling(new Answer.Category(classId))));
    private static final Map<String, String> ANSWERS =
            byClass(classId -> Json.text(new Answer.Category(classId)));

    private Answers() {}

    private static <T> Map<String, T> byClass(Function<String, T> made) {
        return Rows.CLASSES.stream().collect(Collectors.toMap(one -> one, made));
    }

    /** The body of a label. */
    static byte[] labelling(Held held) {
        return of(LABELLINGS, held);
    }

    /** The answer alone, as JSON. */
    static String answer(Held held) {
        return of(ANSWERS, held);
    }

    private static <T> T of(Map<String, T> all, Held held) {
        return Objects.requireNonNull(all.get(Rows.classOf(held.media().url())));
    }
}
