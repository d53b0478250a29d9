package org.answerloop.web.knowledge;

/** What a person did to a topic or to its questions. */
public enum TopicDeed {
    RESOLVED(false),
    /** As a draft, which another editor has to publish. */
    DRAFTED(false),
    DISMISSED(true),
    RESTORED(false),
    SNOOZED(true),
    WOKEN(false),
    REOPENED(false),
    MERGED(false),
    RENAMED(false),
    QUESTIONS_DISMISSED(true),
    QUESTIONS_RESTORED(false),
    MOVED(false),
    SPLIT(false);

    private final boolean undoable;

    TopicDeed(boolean undoable) {
        this.undoable = undoable;
    }

    /** Whether one click takes it back. */
    public boolean isUndoable() {
        return undoable;
    }
}
