package org.answerloop.gap.application;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

import org.answerloop.fixture.MigratedDatabase;
import org.answerloop.gap.model.Passage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.answerloop.gap.application.TopicStory.change;
import static org.assertj.core.api.Assertions.assertThat;

/** The raw material of an answer is what teammates wrote to those who asked, once they had taken over. */
class PassagesTest {

    private static final Instant HANDOFF = Instant.parse("2026-11-02T09:00:00Z");
    private static final long TOPIC = 7;

    private DataSource database;
    private long ids;

    @ParameterizedTest
    @EnumSource
    void only_what_teammates_wrote_after_the_handoff_to_visitors_of_the_topic_is_shown(MigratedDatabase kind)
            throws SQLException {
        database = kind.open("passages-" + kind);
        long asked = conversation(TOPIC, HANDOFF);
        says(asked, "TEAMMATE", "A note before it was handed off", -1);
        says(asked, "TEAMMATE", "We can correct three letters.", 1);
        says(asked, "TEAMMATE", "Anything else?", 2);
        says(asked, "CUSTOMER_AGENT", "Let me hand you over.", 1);
        says(asked, "VISITOR", "Thanks!", 2);
        says(asked, "TEAMMATE", null, 3);
        says(conversation(TOPIC + 1, HANDOFF), "TEAMMATE", "To somebody who asked something else.", 1);
        says(conversation(TOPIC, null), "TEAMMATE", "Nobody handed that off.", 1);
        long spam = conversation(TOPIC, HANDOFF);
        says(spam, "TEAMMATE", "This is spam.", 1);
        change(database, "update conversation set spam = true where id = ?", spam);
        long dismissed = conversation(TOPIC, HANDOFF);
        says(dismissed, "TEAMMATE", "To a question that does not count.", 1);
        change(database, "update unanswered_question set dismissed_at = asked_at where conversation_id = ?", dismissed);

        assertThat(TopicStory.topics(database).passages(TOPIC))
                .extracting(Passage::text)
                .containsExactly("Anything else?", "We can correct three letters.");
        assertThat(TopicStory.topics(database).passages(TOPIC))
                .allSatisfy(passage -> assertThat(passage.author()).isEqualTo("Solène"))
                .allSatisfy(passage -> assertThat(passage.conversationId()).isEqualTo(asked));
    }

    /** In which one question of the topic was asked. */
    private long conversation(long topic, Instant handoff) {
        long id = ++ids;
        change(database, """
                insert into conversation (id, version, source, external_id, channel, ticket_closed, test, spam, redacted,
                  began_at, earliest_event_at, last_arrival_at, first_handoff_at, message_count, reply_count)
                values (?, 1, 'shop', ?, 'web', false, false, false, false, ?, ?, ?,
                  cast(? as timestamp with time zone), 1, 1)""", id, "c-" + id, HANDOFF, HANDOFF, HANDOFF, handoff);
        change(database, """
                insert into unanswered_question (id, conversation_id, event_id, asked_at, question, question_key, topic_id)
                values (?, ?, 'e', ?, 'Why?', 'k', ?)""", id, id, HANDOFF.minus(Duration.ofMinutes(1)), topic);
        return id;
    }

    private void says(long conversation, String who, String text, int minutes) {
        long id = ++ids;
        Instant at = HANDOFF.plus(Duration.ofMinutes(minutes));
        change(database, """
                insert into message (id, conversation_id, external_id, event_id, first_event_id, occurred_at, stated_at,
                  author_kind, author_name, text, late)
                values (?, ?, ?, ?, 'e', ?, ?, ?, 'Solène', ?, false)""", id, conversation, "m" + id, "e" + id, at, at, who, text);
    }
}
