package io.assay.formats.data;

import io.assay.events.Keypoint;
import io.assay.events.Keypoint.Visibility;

/** How COCO and YOLO count the visibility of a keypoint. */
public final class Visibilities {

    private Visibilities() {}

    /** 0 absent, 1 hidden, 2 visible. */
    public static int code(Visibility visibility) {
        return switch (visibility) {
            case ABSENT -> 0;
            case HIDDEN -> 1;
            case VISIBLE -> 2;
        };
    }

    /** The point that is seen so; an absent one is nowhere. */
    public static Keypoint keypoint(double x, double y, double code) throws BadEntry {
        if (code == 0) {
            return new Keypoint(0, 0, Visibility.ABSENT);
        }
        if (code != 1 && code != 2) {
            throw BadEntry.unexpected("visibility", code, "0, 1 or 2");
        }
        return new Keypoint(x, y, code == 1 ? Visibility.HIDDEN : Visibility.VISIBLE);
    }
}
