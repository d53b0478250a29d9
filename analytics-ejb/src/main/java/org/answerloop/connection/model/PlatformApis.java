package org.answerloop.connection.model;

/** The way to the platforms' own interfaces. */
public interface PlatformApis {

    PlatformApi of(Platform platform, ApiAccess access);

    /** Whether the address leads where platforms may be asked. */
    boolean isOpen(ApiAccess access);
}
