package io.assay.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of the repository that this module is part of. */
final class Repository {

    static final Path ROOT = Path.of("..");

    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", ".assay");

    private Repository() {}

    /** Files below a directory whose names end so; none if it does not exist. */
    static List<Path> files(String directory, String ending) {
        List<Path> found = new ArrayList<>();
        Path start = ROOT.resolve(directory);
        if (!Files.exists(start)) {
            return found;
        }
        try {
            Files.walkFileTree(
                    start,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(
                                Path dir, BasicFileAttributes attributes) {
                            return NOT_OURS.contains(dir.getFileName().toString())
                                    ? FileVisitResult.SKIP_SUBTREE
                                    : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(
                                Path file, BasicFileAttributes attributes) {
                            if (file.toString().endsWith(ending)) {
                                found.add(file);
                            }
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(null);
        return found;
    }

    static String read(String file) {
        return Contract.read(ROOT.resolve(file));
    }
}
