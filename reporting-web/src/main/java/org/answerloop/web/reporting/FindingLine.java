package org.answerloop.web.reporting;

import java.time.Instant;

/**
 * One criterion of a verdict, as the page explains it.
 *
 * @param met whether it held
 * @param sentence what was found
 * @param anchor the message that shows it; null where there is none
 * @param at when that occurred; null where nothing occurred
 */
public record FindingLine(boolean met, String sentence, String anchor, Instant at) {}
