package io.assay.assignment.qualification;

import java.time.Instant;

/** What a request for a tutorial or a test leads to. */
sealed interface TrialDecision {

    /** A new one, of so many questions. */
    record Begin(int questions) implements TrialDecision {}

    /** The same is under way. */
    record Continue(Attempt attempt) implements TrialDecision {}

    /** Why there is none to be had. */
    sealed interface Refused extends TrialDecision {}

    record AlreadyQualified() implements Refused {}

    /** The project has nothing for those who pass. */
    record NoWork() implements Refused {}

    /** The tutorial, or the test, is under way: that first. */
    record OtherUnderWay() implements Refused {}

    /** The project has none, or it was taken before the next test already. */
    record NoTutorial() implements Refused {}

    /** It has so many samples. */
    record TutorialFirst(int samples) implements Refused {}

    record AttemptsUsedUp(int attempts) implements Refused {}

    record TooEarly(Instant notBefore) implements Refused {}

    /** Of the questions the worker has not had too few are left. */
    record TooFewQuestions(int left, int needed) implements Refused {}
}
