package io.assay.truth.shape;

import io.assay.events.Box;
import java.util.Map;

/**
 * A turned box as seen from a given angle. A box that is turned by a quarter is the same box with
 * its sides exchanged, so two people may draw one thing with angles far apart.
 *
 * @param off degrees beyond the given angle, -45 to under 45
 */
record RotatedBox(double centreX, double centreY, double width, double height, double off) {

    static RotatedBox near(Box box, double angle) {
        double beyond = box.degrees() - angle;
        long quarters = (long) Math.floor((beyond + 45) / 90);
        boolean exchanged = Math.floorMod(quarters, 2) == 1;
        return new RotatedBox(
                box.x() + box.width() / 2,
                box.y() + box.height() / 2,
                exchanged ? box.height() : box.width(),
                exchanged ? box.width() : box.height(),
                beyond - 90.0 * quarters);
    }

    Box box(String classId, double angle, Map<String, String> attributes) {
        double degrees = angle + off;
        double within = degrees > 180 ? degrees - 360 : degrees <= -180 ? degrees + 360 : degrees;
        return new Box(
                classId,
                centreX - width / 2,
                centreY - height / 2,
                width,
                height,
                within == 0 ? null : within,
                attributes);
    }
}
