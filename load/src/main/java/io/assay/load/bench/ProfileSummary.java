package io.assay.load.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/** One recording, counted: where processor time and memory went. */
final class ProfileSummary {

    private static final String PROCESSOR_TIME = "jdk.CPUTimeSample";
    private static final Set<String> SAMPLES =
            Set.of("jdk.ExecutionSample", "jdk.NativeMethodSample");
    private static final Set<String> JDK = Set.of("java", "javax", "jdk", "sun", "com.sun");
    private static final double MAX_TELLING_SHARE = 0.4;
    private static final int PACKAGE_DEPTH = 4;

    /** What makes the name of a lambda's class unlike the next one's. */
    private static final Pattern HIDDEN =
            Pattern.compile("(\\$\\$Lambda|\\$\\$Spring|/0x|\\+0x).*");

    private static final int SHOWN = 20;

    private final Map<String, Integer> threads = new HashMap<>();
    private final Map<String, Integer> self = new HashMap<>();
    private final Map<String, Integer> within = new HashMap<>();
    private final Map<String, Integer> libraries = new HashMap<>();
    private final Map<String, Integer> stacks = new HashMap<>();
    private final Map<String, Long> allocated = new HashMap<>();
    private Duration paused = Duration.ZERO;
    private int samples;
    private long allocatedInAll;

    private ProfileSummary() {}

    /**
     * Reads a recording: by processor time where the JVM can tell that, else by samples of states.
     */
    static ProfileSummary of(Path recording) throws IOException {
        ProfileSummary byTime = new ProfileSummary();
        byTime.read(recording, Set.of(PROCESSOR_TIME));
        if (byTime.samples > 0) {
            return byTime;
        }
        ProfileSummary byState = new ProfileSummary();
        byState.read(recording, SAMPLES);
        return byState;
    }

    private void read(Path recording, Set<String> samples) throws IOException {
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                String type = event.getEventType().getName();
                if (samples.contains(type)) {
                    sample(event);
                } else if (type.equals("jdk.GCPhasePause")) {
                    paused = paused.plus(event.getDuration());
                } else if (type.equals("jdk.ObjectAllocationSample")) {
                    allocation(event);
                }
            }
        }
    }

    private void sample(RecordedEvent event) {
        samples++;
        threads.merge(thread(event), 1, Integer::sum);
        List<String> frames = frames(event.getStackTrace());
        if (frames.isEmpty()) {
            self.merge("(JVM: compiler, collector, no Java frame)", 1, Integer::sum);
            return;
        }
        self.merge(frames.getFirst(), 1, Integer::sum);
        new HashSet<>(frames).forEach(frame -> within.merge(frame, 1, Integer::sum));
        libraries.merge(library(frames), 1, Integer::sum);
        stacks.merge(String.join(";", frames.reversed()), 1, Integer::sum);
    }

    private void allocation(RecordedEvent event) {
        long weight = event.getLong("weight");
        allocatedInAll += weight;
        RecordedClass type = event.getClass("objectClass");
        List<String> frames = frames(event.getStackTrace());
        String where =
                frames.stream()
                        .filter(frame -> frame.startsWith("io.assay"))
                        .findFirst()
                        .orElseGet(() -> frames.isEmpty() ? "?" : frames.getFirst());
        allocated.merge(type.getName() + " in " + where, weight, Long::sum);
    }

    /** Threads of a pool are one: digits are left out of their names. */
    private static String thread(RecordedEvent event) {
        RecordedThread thread =
                event.hasField("eventThread")
                        ? event.getThread("eventThread")
                        : event.getThread("sampledThread");
        String name = thread == null ? "" : Optional.ofNullable(thread.getJavaName()).orElse("");
        return name.isEmpty() ? "(unnamed: virtual or of the JVM)" : name.replaceAll("\\d+", "#");
    }

    private static String library(List<String> frames) {
        return frames.stream()
                .filter(frame -> JDK.stream().noneMatch(jdk -> frame.startsWith(jdk + ".")))
                .findFirst()
                .map(ProfileSummary::packageOf)
                .orElse("(JDK)");
    }

    private static String packageOf(String frame) {
        return Stream.of(frame.split("\\."))
                .takeWhile(part -> !part.isEmpty() && Character.isLowerCase(part.charAt(0)))
                .limit(PACKAGE_DEPTH)
                .collect(Collectors.joining("."));
    }

    private static List<String> frames(RecordedStackTrace trace) {
        List<String> frames = new ArrayList<>();
        if (trace != null) {
            for (RecordedFrame frame : trace.getFrames()) {
                RecordedMethod method = frame.getMethod();
                String type = HIDDEN.matcher(method.getType().getName()).replaceAll("");
                frames.add(type + "." + method.getName());
            }
        }
        return frames;
    }

    /** Stacks as flame graph tools read them. */
    String collapsed() {
        return stacks.entrySet().stream()
                .map(stack -> stack.getKey() + " " + stack.getValue())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    String text(String title) {
        return String.join(
                "\n",
                "",
                "%s: %,d samples, collector paused %,d ms, %,d MB allocated"
                        .formatted(title, samples, paused.toMillis(), allocatedInAll >> 20),
                shares("threads", threads, samples, _ -> true),
                shares("on top", self, samples, _ -> true),
                shares("by library, the topmost outside the JDK", libraries, samples, _ -> true),
                shares("within, ours", within, samples, name -> name.startsWith("io.assay")),
                shares("within, others'", within, samples, this::isTelling),
                shares("allocated", allocated, allocatedInAll, _ -> true));
    }

    /** Not ours, and not one of those that are at the bottom of nearly every stack. */
    private boolean isTelling(String name) {
        return !name.startsWith("io.assay")
                && within.getOrDefault(name, 0) < MAX_TELLING_SHARE * samples;
    }

    private static String shares(
            String title, Map<String, ? extends Number> counts, long all, Predicate<String> shown) {
        return counts.entrySet().stream()
                .filter(entry -> shown.test(entry.getKey()))
                .sorted(
                        Comparator.comparingLong(
                                        (Map.Entry<String, ? extends Number> entry) ->
                                                entry.getValue().longValue())
                                .reversed())
                .limit(SHOWN)
                .map(
                        entry ->
                                String.format(
                                        Locale.ROOT,
                                        "    %5.1f %%  %s",
                                        100.0 * entry.getValue().longValue() / Math.max(1, all),
                                        entry.getKey()))
                .collect(Collectors.joining("\n", "  " + title + "\n", ""));
    }
}
