package io.assay.formats.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Notes about one picture, each once and not too many of them. */
public final class Notes {

    private static final int MAX_NOTES = 10;

    private final Map<String, Boolean> texts = new LinkedHashMap<>();
    private boolean spoilt;

    /**
     * @param spoilsGold as {@link Entry.Note} has it
     */
    public void add(String text, boolean spoilsGold) {
        spoilt |= spoilsGold;
        if (texts.size() < MAX_NOTES || texts.containsKey(text)) {
            texts.merge(text, spoilsGold, Boolean::logicalOr);
        }
    }

    /** Whether any of them makes the answer unfit for gold. */
    public boolean spoilGold() {
        return spoilt;
    }

    /** As entries, to come before the picture's row. */
    public List<Entry> entries(String place, String externalId) {
        List<Entry> entries = new ArrayList<>();
        texts.forEach(
                (text, spoils) -> entries.add(new Entry.Note(place, externalId, spoils, text)));
        if (spoilt && !texts.containsValue(true)) {
            entries.add(new Entry.Note(place, externalId, true, "more of the kind"));
        }
        return entries;
    }
}
