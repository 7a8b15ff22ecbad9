package io.assay.assignment.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.assignment.dispatch.KnownAssignment.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openjdk.jol.info.GraphLayout;

/** What tasks cost that name their workers, however many, and where it ends. */
class NamedMemoryTests {

    private static final long MEGABYTE = 1 << 20;

    static {
        // else it cannot look into records
        System.setProperty("jol.magicFieldOffset", "true");
    }

    private final Dispatch dispatch = new Dispatch();

    @BeforeEach
    void ownPartition() {
        dispatch.adopt(Set.of(0));
        dispatch.want("p", 1);
    }

    @Test
    void tasksThatNameTheSameWorkersShareTheNames() {
        List<String> names = names(0, 100);
        for (int i = 0; i < 50_000; i++) {
            open(i, names);
        }

        assertThat(dispatch.open()).isEqualTo(50_000);
        assertThat(bytes()).isLessThan(20 * MEGABYTE);
        assertThat(take("w7", 3)).hasSize(3);
        assertThat(take("stranger", 3)).isEmpty();
    }

    @Test
    void strangersInTheirThousandsAreNotTakenIn() {
        for (int i = 0; i < 10_000; i++) {
            open(i, names(i * 100, 100));
        }

        assertThat(dispatch.open()).isEqualTo(NameSets.MAX_NAMES / 100);
        assertThat(dispatch.withheld()).isEqualTo(10_000 - NameSets.MAX_NAMES / 100);
        assertThat(bytes()).isLessThan(40 * MEGABYTE);
        assertThat(take("w99", 3)).hasSize(1);
        // there is room again for others
        dispatch.close(id(0));
        open(20_000, names(2_000_000, 100));
        assertThat(dispatch.open()).isEqualTo(NameSets.MAX_NAMES / 100);
        dispatch.closeAll("p");
        dispatch.want("p", 1);
        open(20_001, names(2_000_100, 100));
        assertThat(dispatch.open()).isEqualTo(1);
    }

    @Test
    void workersWhoAreOnlyNamedAreNotRemembered() {
        open(1, names(0, 100));

        dispatch.close(id(1));

        assertThat(bytes()).isLessThan(MEGABYTE / 10);
    }

    /** Whoever has had thousands of these finds the next at once, and each once. */
    @Test
    void givesAllToEachOfTheNamedOnce() {
        dispatch.want("p", 2);
        List<String> names = names(0, 3);
        for (int i = 0; i < 5_000; i++) {
            open(i, names);
        }
        Random random = new Random(1);
        List<String> given = new ArrayList<>();
        boolean some = true;
        while (some) {
            some = false;
            for (String worker : names) {
                for (String task : take(worker, 1 + random.nextInt(50))) {
                    given.add(task + worker);
                    some = true;
                    Status end = random.nextInt(3) == 0 ? Status.RETURNED : Status.ANSWERED;
                    dispatch.apply(new KnownAssignment(task, "p", 0, worker, end, Tasks.NOW));
                }
            }
        }

        assertThat(given).doesNotHaveDuplicates().hasSizeGreaterThan(9_500);
    }

    private void open(int number, List<String> names) {
        dispatch.open(new OpenTask(id(number), "p", 0, false, 1, 0, 0, Tasks.NOW, names));
    }

    private List<String> take(String worker, int max) {
        LeaseAllowance allowance = new LeaseAllowance("p", 1, max, 100_000, 0, 1);
        return dispatch
                .take(new WorkRequest(worker, 100_000, Tasks.NOW), allowance, new Random(1))
                .stream()
                .map(Pick::taskId)
                .toList();
    }

    private long bytes() {
        return GraphLayout.parseInstance(dispatch).totalSize();
    }

    private static String id(int number) {
        return String.format(java.util.Locale.ROOT, "%032x", number);
    }

    private static List<String> names(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(i -> "w" + i).toList();
    }
}
