package io.assay.formats.data;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a file says that a picture lies, and which of the pictures at hand that is. A picture of
 * the same name in another folder is another picture: cameras all write 0001.jpg.
 *
 * @param steps folders from the outermost, then the name; one step at least
 * @param loose so many of the outermost folders do no more than wrap the whole file, so that the
 *     picture need not lie in them
 */
public record PicturePath(List<String> steps, int loose) {

    /** Folders that say what kind of file is in them, by the conventions of formats. */
    private static final Set<String> KINDS =
            Set.of(
                    "images",
                    "labels",
                    "annotations",
                    "jpegimages",
                    "obj_train_data",
                    "obj_valid_data",
                    "obj_test_data");

    /** Folders that say what a part of a data set is for. */
    private static final Map<String, String> SPLITS =
            Map.of(
                    "train",
                    "train",
                    "val",
                    "val",
                    "valid",
                    "val",
                    "validation",
                    "val",
                    "test",
                    "test");

    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:(?=/)");

    /** Scores of how well a name fits, from worse to better; steps in common are added. */
    private static final int CONVENTIONS_ASIDE = 1_000_000;

    private static final int WITHIN = 2_000_000;
    private static final int EQUAL = 3_000_000;

    public PicturePath {
        steps = List.copyOf(steps);
    }

    /**
     * With {@code \} or {@code /} between folders, {@code ./} or a drive before them or not.
     *
     * @throws BadEntry if it names no file
     */
    public static PicturePath of(String path) throws BadEntry {
        List<String> steps = steps(path);
        if (steps.isEmpty()) {
            throw BadEntry.unexpected("picture", path, "a path or a name");
        }
        return new PicturePath(steps, 0);
    }

    private static List<String> steps(String path) {
        String plain = Normalizer.normalize(path.strip().replace('\\', '/'), Normalizer.Form.NFC);
        List<String> steps = new ArrayList<>();
        for (String step : DRIVE.matcher(plain).replaceFirst("").split("/", -1)) {
            if (step.equals("..") && !steps.isEmpty()) {
                steps.removeLast();
            } else if (!step.isEmpty() && !step.equals(".") && !step.equals("..")) {
                steps.add(step);
            }
        }
        return steps;
    }

    /** The same, of which so many outer folders may be missing. */
    public PicturePath loose(int folders) {
        return new PicturePath(steps, Math.min(folders, steps.size() - 1));
    }

    /** Of this name in the same folders. */
    public PicturePath named(String name) {
        List<String> renamed = new ArrayList<>(steps);
        renamed.set(renamed.size() - 1, name);
        return new PicturePath(renamed, loose);
    }

    /** Without the folders that conventions add and those that wrap the whole file. */
    public PicturePath bare() {
        List<String> bare = new ArrayList<>(plain(folders(steps, false), loose));
        bare.add(name());
        return new PicturePath(bare, 0);
    }

    /**
     * The folders that are around all files so far.
     *
     * @param before those around the files before this one; null if it is the first
     */
    public static List<String> wrapping(@Nullable List<String> before, String file) {
        List<String> steps = steps(file);
        List<String> folders = steps.subList(0, Math.max(0, steps.size() - 1));
        int common = 0;
        int most = before == null ? folders.size() : Math.min(folders.size(), before.size());
        while (common < most
                && (before == null || before.get(common).equals(folders.get(common)))) {
            common++;
        }
        return List.copyOf(folders.subList(0, common));
    }

    /** The same in no matter which folder. */
    public PicturePath anywhere() {
        return loose(steps.size());
    }

    /** With {@code /} between steps. */
    public String text() {
        return String.join("/", steps);
    }

    /** Without its folders. */
    public String name() {
        return steps.getLast();
    }

    /** What all names share that a path may mean, whatever their folders and endings. */
    public String key() {
        return key(name());
    }

    /** The same of a name with folders. */
    public static String key(String path) {
        return stem(path.substring(path.lastIndexOf('/') + 1)).toLowerCase(Locale.ROOT);
    }

    private static String stem(String name) {
        return FileNames.isPicture(name) ? FileNames.stem(name) : name;
    }

    /**
     * The names that it may stand for: one if it is certain, several if it is not, none if all lie
     * in other folders. Upper and lower case count if that leaves any.
     *
     * @param before what all names begin with and the path need not
     */
    public List<String> among(Collection<String> names, String before) {
        List<String> found = best(names, before, false);
        return found.isEmpty() ? best(names, before, true) : found;
    }

    private List<String> best(Collection<String> names, String before, boolean anyCase) {
        int best = 1;
        List<String> all = new ArrayList<>();
        for (String name : names) {
            int score = score(name, before, anyCase);
            if (score > best) {
                best = score;
                all.clear();
            }
            if (score == best) {
                all.add(name);
            }
        }
        return all;
    }

    private int score(String name, String before, boolean anyCase) {
        List<String> whole = Arrays.asList(name.split("/", -1));
        String behind = name.startsWith(before) ? name.substring(before.length()) : name;
        List<String> inner = steps(behind);
        if (inner.isEmpty() || !isNamed(inner.getLast(), anyCase)) {
            return 0;
        }
        List<String> mine = folders(steps, anyCase);
        List<String> theirs = folders(inner, anyCase);
        if (mine.equals(theirs)) {
            return EQUAL;
        }
        if (endsWith(folders(whole, anyCase), mine)) {
            return WITHIN + mine.size();
        }
        if (splitsDiffer(steps, inner)) {
            return 0;
        }
        int sameSplit = splits(steps).equals(splits(inner)) ? 1 : 0;
        if (endsWith(mine, theirs) && mayDrop(steps.size() - inner.size())) {
            return WITHIN / 2 + 1_000 * theirs.size() + sameSplit;
        }
        List<String> given = plain(mine, 0);
        List<String> plain = plain(theirs, 0);
        boolean outside = endsWith(given, plain) && endsWith(plain, plain(mine, loose));
        return endsWith(plain, given) || outside
                ? CONVENTIONS_ASIDE / 2 + 1_000 * Math.min(plain.size(), given.size()) + sameSplit
                : 0;
    }

    private boolean isNamed(String other, boolean anyCase) {
        String own = name();
        String wanted = FileNames.isPicture(own) ? other : stem(other);
        return same(own, wanted, anyCase) || same(own, other, anyCase);
    }

    private static boolean same(String a, String b, boolean anyCase) {
        return anyCase ? a.equalsIgnoreCase(b) : a.equals(b);
    }

    private static List<String> folders(List<String> steps, boolean anyCase) {
        return steps.subList(0, steps.size() - 1).stream()
                .map(step -> anyCase ? step.toLowerCase(Locale.ROOT) : step)
                .toList();
    }

    private static boolean endsWith(List<String> steps, List<String> end) {
        return steps.size() >= end.size()
                && steps.subList(steps.size() - end.size(), steps.size()).equals(end);
    }

    /** Whether the first folders say nothing of which picture it is. */
    private boolean mayDrop(int first) {
        for (int i = loose; i < first; i++) {
            if (!isConventional(steps.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isConventional(String folder) {
        String lower = folder.toLowerCase(Locale.ROOT);
        return KINDS.contains(lower) || SPLITS.containsKey(lower);
    }

    /** Without what conventions add, and without the first so many. */
    private static List<String> plain(List<String> folders, int without) {
        return folders.stream()
                .skip(Math.min(without, folders.size()))
                .filter(folder -> !isConventional(folder))
                .toList();
    }

    private static boolean splitsDiffer(List<String> a, List<String> b) {
        Set<String> one = splits(a);
        Set<String> other = splits(b);
        return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
    }

    private static Set<String> splits(List<String> steps) {
        return steps.subList(0, steps.size() - 1).stream()
                .map(step -> SPLITS.getOrDefault(step.toLowerCase(Locale.ROOT), ""))
                .filter(split -> !split.isEmpty())
                .collect(Collectors.toSet());
    }
}
