package io.assay.truth.shape;

import io.assay.events.Answer;
import io.assay.events.Point;
import io.assay.events.Transcript;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * A text and where it is. The place alone decides whether two people read the same thing: regions
 * that overlap by half, or the whole picture for both. What it is worth then is up to the text: 1
 * less the character error rate.
 *
 * @param region null for the whole picture
 */
record TranscriptShape(Transcript transcript, @Nullable Outline region, Envelope reach)
        implements Shape<TranscriptShape> {

    public static final ShapeKind<TranscriptShape> KIND =
            new ShapeKind<>(
                    answer ->
                            ((Answer.Transcripts) answer)
                                    .transcripts().stream().map(TranscriptShape::of).toList(),
                    TranscriptShape::merged,
                    shapes ->
                            new Answer.Transcripts(
                                    shapes.stream().map(TranscriptShape::transcript).toList()));

    /** Larger than any picture. */
    private static final Envelope EVERYWHERE = new Envelope(-1e6, 1e6, -1e6, 1e6);

    static TranscriptShape of(Transcript transcript) {
        if (transcript.region().isEmpty()) {
            return new TranscriptShape(transcript, null, EVERYWHERE);
        }
        Outline region = Outline.of(transcript.region());
        return new TranscriptShape(transcript, region, region.bounds());
    }

    @Override
    public String classId() {
        return transcript.classId();
    }

    @Override
    public Map<String, String> attributes() {
        return transcript.attributes();
    }

    @Override
    public double similarity(TranscriptShape other) {
        if (region == null || other.region == null) {
            return region == null && other.region == null ? 1 : 0;
        }
        return region.overlap(other.region);
    }

    @Override
    public double likeness(TranscriptShape other) {
        if (region == null || other.region == null) {
            return region == null && other.region == null ? 1 : 0;
        }
        return region.roughOverlap(other.region);
    }

    @Override
    public double worth(TranscriptShape accepted) {
        return 1 - Texts.errorRate(transcript.text(), accepted.transcript.text());
    }

    /** The region that is nearest to all, and the text that most of them read, word by word. */
    private static TranscriptShape merged(
            List<Weighted<TranscriptShape>> drawn, Map<String, String> attributes) {
        List<Point> region = Medoid.of(drawn, TranscriptShape::likeness).transcript.region();
        String text =
                Rover.of(
                        drawn.stream()
                                .map(
                                        one ->
                                                new Weighted<>(
                                                        one.value().transcript.text(),
                                                        one.weight()))
                                .toList());
        return of(new Transcript(drawn.getFirst().value().classId(), text, region, attributes));
    }
}
