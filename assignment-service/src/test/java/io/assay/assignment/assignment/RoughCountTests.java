package io.assay.assignment.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoughCountTests {

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "9, 1", "10, 10", "99, 10", "100, 100", "2147483647, 1000000000"})
    void isThePowerOfTenThatIsReached(int tasks, int rough) {
        assertThat(RoughCount.of(tasks)).isEqualTo(rough);
    }
}
