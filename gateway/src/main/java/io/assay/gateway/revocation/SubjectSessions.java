package io.assay.gateway.revocation;

/** What this instance remembers of a signed-in subject, and forgets when they are signed out. */
public interface SubjectSessions {

    /** Forgets all of it; does nothing if there is nothing. */
    void end(String subject);
}
