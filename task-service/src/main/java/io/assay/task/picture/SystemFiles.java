package io.assay.task.picture;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What systems leave in folders and archives, and nobody means to send. */
final class SystemFiles {

    /** Folders of systems, in lower case, with all that is in them. */
    private static final Set<String> FOLDERS =
            Set.of(
                    "__macosx",
                    "@eadir",
                    "@tmp",
                    "#recycle",
                    "@recycle",
                    "@recently-snapshot",
                    "$recycle.bin",
                    "system volume information",
                    "lost+found");

    private static final Set<String> FILES =
            Set.of("thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", "icon\r");

    private SystemFiles() {}

    /**
     * @param name a path, as sent
     */
    static boolean contains(String name) {
        String[] steps = name.replace('\\', '/').toLowerCase(Locale.ROOT).split("/", -1);
        return FILES.contains(steps[steps.length - 1])
                || Arrays.stream(steps).anyMatch(step -> FOLDERS.contains(step) || isHidden(step));
    }

    /** So is {@code ._x}, which is no picture but what a Mac keeps of one. */
    private static boolean isHidden(String step) {
        return step.startsWith(".") && !step.equals(".") && !step.equals("..");
    }
}
