package io.assay.assignment.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Tool;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationRulesTests {

    private static final List<String> HINDI = List.of("hi");
    private static final List<Tool> BOXES = List.of(Tool.BOX);
    private static final String PHONE = "+919876543210";

    @Test
    void takesWhatIsWhole() {
        assertThat(ApplicationRules.fault(true, "IN", HINDI, BOXES, PHONE)).isEmpty();
    }

    @Test
    void refusesWhoIsNotOfAge() {
        assertThat(ApplicationRules.fault(false, "IN", HINDI, BOXES, PHONE).orElseThrow())
                .startsWith("adult");
        assertThat(ApplicationRules.fault(null, "IN", HINDI, BOXES, PHONE)).isPresent();
    }

    @Test
    void refusesWhatIsMissingOrUnknown() {
        assertThat(ApplicationRules.fault(true, "XX", HINDI, BOXES, PHONE).orElseThrow())
                .startsWith("residence");
        assertThat(ApplicationRules.fault(true, null, HINDI, BOXES, PHONE)).isPresent();
        assertThat(ApplicationRules.fault(true, "IN", List.of(), BOXES, PHONE).orElseThrow())
                .startsWith("languages");
        assertThat(ApplicationRules.fault(true, "IN", List.of("Hindi"), BOXES, PHONE)).isPresent();
        assertThat(ApplicationRules.fault(true, "IN", Collections.nCopies(11, "hi"), BOXES, PHONE))
                .isPresent();
        assertThat(ApplicationRules.fault(true, "IN", HINDI, List.of(), PHONE).orElseThrow())
                .startsWith("abilities");
        assertThat(ApplicationRules.fault(true, "IN", HINDI, BOXES, null).orElseThrow())
                .startsWith("phone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+91 98765 43210", "0091-98765-43210", "+91(98765)43210"})
    void comparesNumbersInOneForm(String phone) {
        assertThat(ApplicationRules.number(phone)).hasValue("+919876543210");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9876543210", "+91", "+0123456789", "+91 9876x43210", "+1234567890123456"})
    void takesNoOtherText(String phone) {
        assertThat(ApplicationRules.number(phone)).isEmpty();
    }

    @Test
    void tellsPersonsApartByTheSecret() {
        Persons persons = new Persons("a secret for tests only");

        assertThat(persons.hash(PHONE))
                .isEqualTo(persons.hash(PHONE))
                .isNotEqualTo(persons.hash("+919876543211"))
                .isNotEqualTo(new Persons("another secret for tests").hash(PHONE))
                .doesNotContain("9876543210");
    }
}
