package io.assay.review.skill;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What a worker may see of what is known of them: as it was when their first gold answer of a day
 * was counted, without that, or when they last moved a tier on that day. Numbers that moved with
 * each gold answer would tell which pictures were gold.
 *
 * @param day in UTC, counted from 1970
 */
record ShownSkill(long day, SkillEstimate known) {

    static ShownSkill of(SkillEstimate known, Instant now) {
        return new ShownSkill(dayOf(now), known);
    }

    boolean isOfSameDay(Instant now) {
        return day == dayOf(now);
    }

    private static long dayOf(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).toEpochDay();
    }
}
