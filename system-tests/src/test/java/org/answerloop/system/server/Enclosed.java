package org.answerloop.system.server;

/** What is put beside the tests that run in the server, by its name there. */
public final class Enclosed {

    /** The versions of the schema that the packaged application brings, a line each, in their order. */
    public static final String MIGRATIONS = "/migrations.txt";

    /** {@link Installation#transcripts()}, where there are any. */
    public static final String TRANSCRIPTS = "/transcripts.json";

    private Enclosed() {}
}
