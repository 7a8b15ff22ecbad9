package io.assay.events;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What checking an answer costs; run by {@code ./assay bench jmh}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class AnswerRulesBenchmark {

    private static final int SIDE = 1_000;
    private static final int BOXES = 20;

    private final Ontology categories = ontology(Tool.CATEGORY);
    private final Ontology boxes = ontology(Tool.BOX);
    private final Answer category = new Answer.Category("class-7");
    private final Answer twentyBoxes =
            new Answer.Boxes(
                    IntStream.range(0, BOXES)
                            .mapToObj(i -> new Box("class-" + i % 10, 10 + i, 20, 30, 40))
                            .toList());

    private static Ontology ontology(Tool tool) {
        List<LabelClass> classes =
                IntStream.range(0, 10)
                        .mapToObj(i -> new LabelClass("class-" + i, "Class " + i))
                        .toList();
        return new Ontology(tool, classes);
    }

    @Benchmark
    public List<String> category() {
        return AnswerRules.problems(category, categories, SIDE, SIDE);
    }

    @Benchmark
    public List<String> twentyBoxes() {
        return AnswerRules.problems(twentyBoxes, boxes, SIDE, SIDE);
    }
}
