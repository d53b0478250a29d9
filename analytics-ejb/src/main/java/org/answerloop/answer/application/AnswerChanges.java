package org.answerloop.answer.application;

import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

import org.answerloop.kernel.Sql;

/**
 * Numbers the changes of short answers in the order in which they are committed, which is how {@link FollowPublications}
 * finds them on every server. A transaction that changes an answer holds the counter until it ends.
 */
@ApplicationScoped
public class AnswerChanges {

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    /** For the container. */
    protected AnswerChanges() {}

    public AnswerChanges(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Gives the answer the next number, in the transaction that changes it. The answer is locked before the counter, by
     * everybody, so that nobody waits in a circle.
     */
    public void number(long answer) {
        new Sql()
                .add("update answer_change_counter set number = number + 1 where id = 1")
                .update(dataSource);
        new Sql()
                .add("update short_answer set change_number = (select number from answer_change_counter where id = 1)")
                .add("where id = ?", answer)
                .update(dataSource);
    }
}
