package io.assay.review.project;

import java.time.Instant;

/**
 * Why a project's verdicts are held.
 *
 * @param rejected of {@code judged} verdicts, without those of the worker who was rejected most
 * @param usual rate of rejections, 0 to 1
 * @param chance of so many or more, if nothing has changed
 */
public record Freeze(Instant since, int rejected, int judged, double usual, double chance) {}
