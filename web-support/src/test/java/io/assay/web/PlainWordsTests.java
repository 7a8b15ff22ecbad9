package io.assay.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainWordsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    Cannot deserialize value of type `java.lang.Integer` from String "a": not a valid `java.lang.Integer` value | String "a": not a whole number (expected: a whole number)
                    Cannot deserialize value of type `java.util.ArrayList<io.assay.events.Box>` from Object value (token `JsonToken.START_OBJECT`) | Object value (expected: a list)
                    Cannot deserialize value of type `io.assay.events.Tool` from String "x": not one of the values accepted for Enum class: [box, tags] | String "x": not one of the values accepted: [box, tags]
                    Cannot coerce String value ("5") to `int` value (but could if coercion was enabled using `CoercionConfig`) | Cannot coerce String value ("5") to a whole number
                    Could not resolve type id 'x' as a subtype of `io.assay.events.Answer`: known type ids = [box] | Could not resolve type id 'x' as a subtype of an object of the expected form: known type ids = [box]
                    org.apache.commons.compress.archivers.ArchiveException: Truncated ZIP file | Truncated ZIP file
                    java.util.zip.ZipException: invalid block type | invalid block type
                    Cannot construct instance of `io.assay.events.Attribute$Type`, problem: java.lang.NullPointerException: id | Cannot construct instance of an object of the expected form, problem: id
                    url: https://org.example.Cars/A.b (expected: another) | url: https://org.example.Cars/A.b (expected: another)
                    Not in GZIP format | Not in GZIP format
                    """)
    void namesNoClassOfALibrary(String message, String plain) {
        assertThat(PlainWords.of(message)).isEqualTo(plain);
    }
}
