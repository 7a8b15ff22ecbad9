package io.assay.load.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JDK's own tools, asked about other JVMs of this machine. */
final class JdkTools {

    private JdkTools() {}

    /** Commands of {@code jcmd}; returns what it prints. */
    static String jcmd(long pid, String... command) {
        List<String> arguments = new ArrayList<>(List.of(String.valueOf(pid)));
        arguments.addAll(List.of(command));
        return run("jcmd", arguments);
    }

    /** Bytes of the heap that are in use, garbage among them. */
    static long heapBytes(long pid) {
        String[] lines = run("jstat", List.of("-gc", String.valueOf(pid))).split("\n");
        if (lines.length < 2) {
            return 0;
        }
        List<String> names = List.of(lines[0].strip().split("\\s+"));
        String[] values = lines[1].strip().split("\\s+");
        double kilobytes = 0;
        for (String used : List.of("S0U", "S1U", "EU", "OU")) {
            kilobytes += Double.parseDouble(values[names.indexOf(used)]);
        }
        return Math.round(kilobytes * 1_024);
    }

    private static String run(String tool, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return output;
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e.toString();
        }
    }
}
