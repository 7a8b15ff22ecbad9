package io.assay.assignment.worker;

import io.assay.events.Tool;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an application has to say. */
final class ApplicationRules {

    private static final Set<String> COUNTRIES =
            new HashSet<>(Arrays.asList(Locale.getISOCountries()));
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final int MAX_LANGUAGES = 10;
    private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s().\\-]");
    private static final int MAX_LENGTH = 40;

    private ApplicationRules() {}

    /** What is wrong, or empty if nothing is. */
    static Optional<String> fault(
            @Nullable Boolean adult,
            @Nullable String residence,
            @Nullable List<String> languages,
            @Nullable List<Tool> abilities,
            @Nullable String phone) {
        if (!Boolean.TRUE.equals(adult)) {
            return Optional.of("adult: " + adult + " (expected: true, workers are 18 or older)");
        }
        if (residence == null || !COUNTRIES.contains(residence)) {
            return Optional.of("residence: (expected: a country's two capital letters, ISO 3166)");
        }
        if (languages == null
                || languages.isEmpty()
                || languages.size() > MAX_LANGUAGES
                || !languages.stream().allMatch(one -> LANGUAGE.matcher(one).matches())) {
            return Optional.of(
                    "languages: (expected: 1 to " + MAX_LANGUAGES + " codes such as hi or en)");
        }
        if (abilities == null || abilities.isEmpty() || abilities.size() > Tool.values().length) {
            return Optional.of("abilities: (expected: at least one kind of work)");
        }
        return number(phone).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "phone: (expected: with the country's code, such as +91 98765 43210)");
    }

    /** A phone number in the one form in which it is compared; empty if it is none. */
    static Optional<String> number(@Nullable String phone) {
        if (phone == null || phone.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String digits = BETWEEN_DIGITS.matcher(phone).replaceAll("");
        String number = digits.startsWith("00") ? "+" + digits.substring(2) : digits;
        return Optional.of(number).filter(one -> PHONE.matcher(one).matches());
    }
}
