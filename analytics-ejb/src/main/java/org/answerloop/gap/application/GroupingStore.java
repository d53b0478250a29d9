package org.answerloop.gap.application;

/**
 * What servers that group have in common.
 *
 * @param turns whose turn it is
 * @param questions what is known of questions
 * @param tables what is kept of questions and topics
 * @param fineness how fine topics are to be
 */
public record GroupingStore(
        GroupingTurns turns, QuestionsToGroup questions, GroupingTables tables, FinenessTables fineness) {}
