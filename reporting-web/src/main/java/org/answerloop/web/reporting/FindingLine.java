package org.answerloop.web.reporting;

/**
 * One criterion of a verdict, as the page explains it.
 *
 * @param met whether it held
 * @param sentence what was found
 * @param anchor where in the timeline that stands; null where nothing shows it
 * @param link what the link to it is called; null where there is no anchor
 * @param when that occurred, or by when it had not; null where nothing had to happen and nothing did
 * @param page the address of the page of the timeline on which it stands; null where that is this one
 */
public record FindingLine(boolean met, String sentence, String anchor, String link, String when, String page) {

    FindingLine(boolean met, String sentence, String anchor, String link, String when) {
        this(met, sentence, anchor, link, when, null);
    }

    /** Where the link leads; null where there is none. */
    public String address() {
        return anchor == null ? page : "#" + anchor;
    }
}
