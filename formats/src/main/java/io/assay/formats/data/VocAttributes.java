package io.assay.formats.data;

import io.assay.events.Attribute;
import io.assay.events.LabelClass;
import java.util.List;
import java.util.Optional;

/** The attributes that Pascal VOC has of its own, if a class has them under the same ids. */
public final class VocAttributes {

    /** Told by 0 or 1. */
    public static final List<String> FLAGS = List.of("truncated", "difficult", "occluded");

    /** Told by a text. */
    public static final String POSE = "pose";

    private VocAttributes() {}

    /** Whether the format can say it. */
    public static boolean has(LabelClass known, String id) {
        Optional<Attribute.Type> type = Classes.attribute(known, id).map(Attribute::type);
        return FLAGS.contains(id)
                ? type.filter(Attribute.Type.FLAG::equals).isPresent()
                : id.equals(POSE) && type.filter(t -> t != Attribute.Type.FLAG).isPresent();
    }
}
