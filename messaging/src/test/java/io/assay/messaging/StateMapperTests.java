package io.assay.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class StateMapperTests {

    private final StateMapper mapper = new StateMapper();

    @Test
    void readsBackWhatItWrote() {
        Document document = mapper.toDocument(Thing.named("a"));

        assertThat(mapper.toState(document, Thing.class)).isEqualTo(Thing.named("a"));
    }

    @Test
    void writesDatesThatIndexesCanOrderAndKeysWithoutDots() {
        Document document = mapper.toDocument(Thing.named("a"));

        assertThat(document.get("at")).isEqualTo(Date.from(Thing.named("a").at()));
        assertThat(document.get("big")).isEqualTo(1L << 40);
        assertThat(document.get("byKey", Document.class).keySet())
                .noneMatch(key -> key.contains("."));
        assertThat(document).doesNotContainKey("absent");
    }
}
