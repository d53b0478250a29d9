package org.answerloop.web.knowledge;

/** What a person did to a topic or to its questions. */
public enum TopicDeed {
    RESOLVED(false),
    /** Resolved with a draft, which another editor has to publish. */
    DRAFTED(false),
    /** What is written so far is kept. */
    DRAFT_SAVED(false),
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
