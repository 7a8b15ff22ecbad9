package io.assay.assignment.figure;

import io.assay.events.Money;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What work in a project takes and brings, as its workers may know it.
 *
 * @param pictureMillis that half of the pictures take at most; absent if too little is known
 * @param verdictSeconds after which half of the verdicts have come
 * @param acceptedPercent of the labels
 * @param hourly what accepted pictures of an hour bring at that pace
 */
public record WorkFigures(
        @Nullable Long pictureMillis,
        @Nullable Long verdictSeconds,
        @Nullable Integer acceptedPercent,
        @Nullable Money hourly) {

    private static final int ALL = 100;

    static WorkFigures of(
            Optional<Duration> picture,
            Optional<Duration> verdict,
            @Nullable Integer acceptedPercent,
            Money price) {
        int accepted = acceptedPercent == null ? ALL : acceptedPercent;
        return new WorkFigures(
                picture.map(Duration::toMillis).orElse(null),
                verdict.map(Duration::toSeconds).orElse(null),
                acceptedPercent,
                picture.map(took -> hourly(price, took, accepted)).orElse(null));
    }

    private static Money hourly(Money price, Duration picture, int acceptedPercent) {
        double pictures = (double) Duration.ofHours(1).toMillis() / Math.max(1, picture.toMillis());
        return new Money(
                Math.round(price.minor() * pictures * acceptedPercent / ALL), price.currency());
    }
}
