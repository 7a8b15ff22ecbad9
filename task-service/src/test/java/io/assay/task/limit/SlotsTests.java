package io.assay.task.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlotsTests {

    private final Slots slots = new Slots(3, 2);

    private Slots.Slot taken(String caller) {
        return ((Slots.Grant.Taken) slots.take(caller)).slot();
    }

    @Test
    void oneCallerHasNoMoreThanItsShare() {
        taken("a");
        Slots.Slot second = taken("a");

        assertThat(slots.take("a")).isEqualTo(new Slots.Grant.CallerFull(2));
        assertThat(slots.take("b")).isInstanceOf(Slots.Grant.Taken.class);

        second.close();
        assertThat(slots.take("a")).isInstanceOf(Slots.Grant.Taken.class);
    }

    @Test
    void allHaveNoMoreThanThereAre() {
        Slots.Slot first = taken("a");
        taken("b");
        taken("c");

        assertThat(slots.take("d")).isEqualTo(new Slots.Grant.AllFull());

        first.close();
        assertThat(slots.take("d")).isInstanceOf(Slots.Grant.Taken.class);
    }
}
