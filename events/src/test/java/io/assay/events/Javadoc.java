package io.assay.events;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The words that the sources of the events say about types and their components. */
final class Javadoc {

    private static final Path SOURCES = Path.of("src/main/java/io/assay/events");
    private static final Map<String, String> WORDS = read();

    private Javadoc() {}

    static Javadoc parse() {
        return new Javadoc();
    }

    @Nullable String of(Class<?> type) {
        return WORDS.get(type.getSimpleName());
    }

    @Nullable String of(Class<?> type, String component) {
        return WORDS.get(type.getSimpleName() + "#" + component);
    }

    private static Map<String, String> read() {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.list(SOURCES)) {
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    null,
                                    null,
                                    files.getJavaFileObjectsFromPaths(sources.toList()));
            Map<String, String> words = new HashMap<>();
            var scanner = new Scanner(DocTrees.instance(task), words);
            task.parse().forEach(unit -> scanner.scan(new TreePath(unit), null));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Scanner extends TreePathScanner<Void, Void> {

        private final DocTrees trees;
        private final Map<String, String> words;

        Scanner(DocTrees trees, Map<String, String> words) {
            this.trees = trees;
            this.words = words;
        }

        @Override
        public Void visitClass(ClassTree type, Void unused) {
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                String name = type.getSimpleName().toString();
                words.put(name, text(comment.getFullBody()));
                for (DocTree tag : comment.getBlockTags()) {
                    if (tag instanceof ParamTree param) {
                        words.put(name + "#" + param.getName(), text(param.getDescription()));
                    }
                }
            }
            return super.visitClass(type, unused);
        }

        private static String text(List<? extends DocTree> parts) {
            return parts.stream()
                    .map(DocTree::toString)
                    .collect(Collectors.joining())
                    .replaceAll("\\{@code ([^}]*)}", "$1")
                    .replaceAll("\\s+", " ")
                    .strip();
        }
    }
}
