package io.assay.cli.people;

import java.security.SecureRandom;

/** Passwords and name suffixes made for one run. */
public final class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private Passwords() {}

    /** So many letters and digits that cannot be mistaken for each other. */
    public static String random(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
