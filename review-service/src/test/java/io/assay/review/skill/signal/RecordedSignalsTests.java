package io.assay.review.skill.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.evaluation.SyntheticData;
import io.assay.review.skill.signal.Signal.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How often signals are raised about people who did real work, and how often about simulated
 * careless ones on the same pictures. Prints the figures of docs/quality-signals.md.
 */
class RecordedSignalsTests {
    private static final int SIMULATED = 200;

    /** There on every machine; the others only where recorded data are. */
    private static final String MADE = "made";

    /** As many as are remembered of a worker. */
    private static final int WINDOW = 60;

    /** What no signal can see, and gold has to. */
    private static final Set<String> UNSEEN = Set.of("product one class", "cifar10s in turn");

    /** One who does not look at all is right less often than this, also among two classes. */
    private static final double LOOKS = 0.6;

    private record Label(String item, String worker, String answer, double seconds) {}

    @ParameterizedTest
    @ValueSource(strings = {MADE, "cifar10s", "possent", "product"})
    void honestWorkersAreLeftInPeace(String set, @TempDir Path made) throws IOException {
        Path data = set.equals(MADE) ? made : data().resolve("crowd").resolve(set);
        if (set.equals(MADE)) {
            SyntheticData.crowd(made);
        }
        Assumptions.assumeTrue(Files.isDirectory(data), "no recorded data at " + data);
        Map<String, String> truth = truth(data);
        Map<String, List<RecentAnswer>> byWorker = byWorker(labels(data), truth);
        List<List<RecentAnswer>> windows =
                byWorker.values().stream().flatMap(RecordedSignalsTests::windows).toList();

        Map<Kind, Integer> raised = new EnumMap<>(Kind.class);
        int honest = 0;
        int wrongly = 0;
        for (List<RecentAnswer> acts : windows) {
            List<Signal> signals = Signals.of(acts);
            double right = acts.stream().filter(act -> !act.wrong()).count() / (double) acts.size();
            if (right >= LOOKS) {
                honest++;
                wrongly += signals.isEmpty() ? 0 : 1;
            }
            signals.forEach(signal -> raised.merge(signal.kind(), 1, Integer::sum));
        }
        List<RareErrors.Shared> shared = RareErrors.in(answers(byWorker), truth);
        print(
                "%s: %d workers, %d windows of up to %d answers, %d of them honest",
                set, byWorker.size(), windows.size(), WINDOW, honest);
        print(
                "  raised about anybody %s, about honest ones %d; pairs %d",
                raised, wrongly, shared.size());

        assertThat(wrongly / (double) Math.max(1, honest)).isLessThanOrEqualTo(0.01);
        assertThat(caught(set, windows, truth)).isGreaterThan(0.9);
    }

    private static Stream<List<RecentAnswer>> windows(List<RecentAnswer> acts) {
        return IntStream.iterate(0, from -> from < acts.size(), from -> from + WINDOW)
                .mapToObj(from -> acts.subList(from, Math.min(acts.size(), from + WINDOW)))
                .filter(window -> window.size() >= Signals.MIN_ANSWERS);
    }

    /** Simulated workers on the pictures of real ones; least share that is caught. */
    private static double caught(
            String set, List<List<RecentAnswer>> windows, Map<String, String> truth) {
        List<String> classes = truth.values().stream().distinct().sorted().toList();
        int usual = set.equals("cifar10s") ? 25 : WINDOW;
        List<List<RecentAnswer>> real =
                windows.stream().filter(acts -> acts.size() >= usual).toList();
        Random random = new Random(1);
        Map<String, IntFunction<String>> careless = new TreeMap<>();
        careless.put("one class", _ -> classes.getFirst());
        careless.put("in turn", i -> classes.get(i % classes.size()));
        careless.put("in rows of ten", i -> classes.get(i / 10 % classes.size()));
        double least = 1;
        for (Map.Entry<String, IntFunction<String>> kind : careless.entrySet()) {
            double share = caught(real, kind.getValue(), 5_000, random);
            print("  simulated %s: caught %.1f %%", kind.getKey(), 100 * share);
            // the usual class is the right answer mostly, and ten in turn need more than 25 answers
            boolean told = !UNSEEN.contains(set + " " + kind.getKey());
            least = told ? Math.min(least, share) : least;
        }
        double fast = caught(real, i -> classes.get(i % classes.size()), 300, random);
        print("  simulated too fast: caught %.1f %%", 100 * fast);
        print(
                "  simulated at random: caught %.1f %%",
                100
                        * caught(
                                real,
                                _ -> classes.get(random.nextInt(classes.size())),
                                5_000,
                                random));
        return Math.min(least, fast);
    }

    private static double caught(
            List<List<RecentAnswer>> real, IntFunction<String> answer, int millis, Random random) {
        int caught = 0;
        for (int n = 0; n < SIMULATED; n++) {
            List<RecentAnswer> acts = real.get(random.nextInt(real.size()));
            List<RecentAnswer> simulated = new ArrayList<>();
            for (int i = 0; i < acts.size(); i++) {
                simulated.add(
                        new RecentAnswer(
                                acts.get(i).picture(),
                                answer.apply(i),
                                acts.get(i).outcome(),
                                Instant.EPOCH.plusMillis((long) millis * i)));
            }
            caught += Signals.of(simulated).isEmpty() ? 0 : 1;
        }
        return caught / (double) SIMULATED;
    }

    private static Map<String, List<RecentAnswer>> byWorker(
            List<Label> labels, Map<String, String> truth) {
        Map<String, List<RecentAnswer>> byWorker = new TreeMap<>();
        Map<String, Double> clocks = new HashMap<>();
        for (Label label : labels) {
            double at = clocks.merge(label.worker(), label.seconds(), Double::sum);
            String outcome = truth.get(label.item());
            if (outcome != null) {
                byWorker.computeIfAbsent(label.worker(), _ -> new ArrayList<>())
                        .add(
                                new RecentAnswer(
                                        label.item(),
                                        label.answer(),
                                        outcome,
                                        Instant.EPOCH.plusMillis((long) (at * 1_000))));
            }
        }
        return byWorker;
    }

    private static Map<String, Map<String, String>> answers(
            Map<String, List<RecentAnswer>> byWorker) {
        Map<String, Map<String, String>> answers = new HashMap<>();
        byWorker.forEach(
                (worker, acts) ->
                        acts.forEach(
                                act ->
                                        answers.computeIfAbsent(act.picture(), _ -> new HashMap<>())
                                                .putIfAbsent(worker, act.answer())));
        return answers;
    }

    private static List<Label> labels(Path data) throws IOException {
        List<Label> labels = new ArrayList<>();
        for (Map<String, String> row : rows(data.resolve("labels.csv.gz"))) {
            String millis = row.getOrDefault("response_ms", "5000");
            labels.add(
                    new Label(
                            row.getOrDefault("item", ""),
                            row.getOrDefault("worker", ""),
                            row.getOrDefault("label", ""),
                            millis.isEmpty() ? 5 : Double.parseDouble(millis) / 1_000));
        }
        return labels;
    }

    private static Map<String, String> truth(Path data) throws IOException {
        Map<String, String> truth = new HashMap<>();
        for (Map<String, String> row : rows(data.resolve("truth.csv.gz"))) {
            truth.put(row.getOrDefault("item", ""), row.getOrDefault("truth", ""));
        }
        return truth;
    }

    private static List<Map<String, String>> rows(Path file) throws IOException {
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            List<String> lines = in.lines().toList();
            String[] names = lines.getFirst().split(",", -1);
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] values = line.split(",", -1);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < Math.min(names.length, values.length); i++) {
                    row.put(names[i], values[i]);
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private static Path data() {
        return Optional.ofNullable(System.getenv("ASSAY_DATA"))
                .map(Path::of)
                .orElse(Path.of("../../shared/data"));
    }

    private static void print(String format, Object... values) {
        System.out.println("signals " + String.format(Locale.ROOT, format, values));
    }
}
