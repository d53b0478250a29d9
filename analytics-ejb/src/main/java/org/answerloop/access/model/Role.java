package org.answerloop.access.model;

/** The roles, by the names that the server's registry knows them by. */
public final class Role {

    /** Reads the reports and takes the tables along. */
    public static final String MANAGER = "manager";

    /** Closes knowledge gaps, given a seat. */
    public static final String EDITOR = "editor";

    /** Gives keys and seats. */
    public static final String ADMINISTRATOR = "administrator";

    /** Reads. */
    public static final String VIEWER = "viewer";

    private Role() {}
}
