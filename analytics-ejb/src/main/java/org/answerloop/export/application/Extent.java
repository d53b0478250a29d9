package org.answerloop.export.application;

import java.time.Instant;

/**
 * From when to when something of a conversation is counted.
 *
 * @param last included
 */
record Extent(Instant first, Instant last) {}
