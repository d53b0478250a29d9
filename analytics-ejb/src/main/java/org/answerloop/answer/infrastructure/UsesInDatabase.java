package org.answerloop.answer.infrastructure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

import org.answerloop.conversation.application.CitedAnswers;
import org.answerloop.conversation.model.CitingReply;
import org.answerloop.kernel.Sql;

/** Keeps which replies cite which short answers, in the transaction that takes the replies in. */
@ApplicationScoped
public class UsesInDatabase implements CitedAnswers {

    private static final String NUMBER = "[0-9]{1,18}";

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    @Override
    public void cited(Collection<CitingReply> replies) {
        List<Object[]> restated = new ArrayList<>();
        List<Object[]> uses = new ArrayList<>();
        for (CitingReply reply : replies) {
            if (reply.restated()) {
                restated.add(new Object[] {reply.conversationId(), reply.messageId()});
            }
            reply.answers().stream()
                    .filter(id -> id.matches(NUMBER))
                    .map(Long::valueOf)
                    .distinct()
                    .forEach(answer ->
                            uses.add(new Object[] {reply.conversationId(), reply.messageId(), reply.at(), answer}));
        }
        Sql.updateAll(dataSource, "delete from answer_use where conversation_id = ? and message_id = ?", restated);
        // An id that is none of ours is a use of nothing.
        Sql.updateAll(dataSource, """
                        insert into answer_use (conversation_id, message_id, used_at, answer_id)
                        select cast(? as bigint), cast(? as varchar(255)), cast(? as timestamp with time zone), a.id
                          from short_answer a
                         where a.id = ?""", uses);
    }
}
