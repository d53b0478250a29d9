package org.answerloop.answer.application;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;

import org.answerloop.access.model.Role;
import org.answerloop.answer.model.AnswerUse;
import org.answerloop.conversation.model.Eligibility;
import org.answerloop.kernel.Sql;

/** How short answers were used: a reply that cites one is a use of it. */
@Stateless
@RolesAllowed({Role.ADMINISTRATOR, Role.EDITOR, Role.MANAGER, Role.VIEWER})
public class AnswerUses {

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    /** The uses of those of the answers that were used, by their ids. */
    public Map<Long, AnswerUse> of(Collection<Long> answers) {
        Map<Long, AnswerUse> uses = new HashMap<>();
        if (answers.isEmpty()) {
            return uses;
        }
        new Sql()
                .add("select u.answer_id, count(*) as replies, count(distinct u.conversation_id) as conversations,")
                .add("max(u.used_at) as last_at from answer_use u join conversation c on c.id = u.conversation_id")
                .add("where " + Eligibility.CONDITION)
                .addIn("u.answer_id", answers)
                .add("group by u.answer_id")
                .list(
                        dataSource,
                        row -> uses.put(
                                row.getLong("answer_id"),
                                new AnswerUse(
                                        row.getLong("replies"),
                                        row.getLong("conversations"),
                                        Sql.moment(row, "last_at"))));
        return uses;
    }
}
