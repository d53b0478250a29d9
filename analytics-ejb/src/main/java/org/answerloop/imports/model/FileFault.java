package org.answerloop.imports.model;

/** Why a file cannot be taken in at all, or no further. */
public enum FileFault {
    OTHER_ENCODING,
    EMPTY,
    HEADER_TOO_LONG,
    HEADER_BROKEN,
    COLUMN_TWICE,
    COLUMN_MISSING,
    FILE_LOST,
    FILE_UNREADABLE,
    NOT_STORED
}
