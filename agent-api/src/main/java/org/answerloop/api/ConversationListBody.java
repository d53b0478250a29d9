package org.answerloop.api;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.answerloop.conversation.model.ConversationState;
import org.answerloop.report.model.ConversationList;
import org.answerloop.report.model.ConversationRow;

/**
 * A page of the conversations behind a figure.
 *
 * @param total how many there are on all pages
 * @param next the cursor of the page after this one; null on the last
 */
record ConversationListBody(List<Row> conversations, long total, String next) {

    /**
     * A conversation.
     *
     * @param countedAt the moment that put it into its bucket
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            String source,
            String id,
            String channel,
            String language,
            String customerAgent,
            Instant startedAt,
            Instant firstPartAt,
            Instant countedAt,
            ConversationState state,
            String firstQuestion) {

        static Row of(ConversationRow row) {
            return new Row(
                    row.source(),
                    row.externalId(),
                    row.channel(),
                    row.language(),
                    row.agentName(),
                    row.beganAt(),
                    row.firstPartAt(),
                    row.countedAt(),
                    row.state(),
                    row.firstQuestion());
        }
    }

    static ConversationListBody of(ConversationList list) {
        return new ConversationListBody(list.rows().stream().map(Row::of).toList(), list.total(), list.next());
    }
}
