package org.answerloop.system.inside;

import java.util.List;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.answerloop.answer.application.AnswerIndex;
import org.answerloop.answer.application.FollowPublications;

/** All short answers. */
@Dependent
class Shelf {

    @Inject
    private FollowPublications publications;

    @Inject
    private AnswerIndex index;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    /** Takes them away as no use case does, so the index has to be told; it knows all of them by then. */
    void clear() {
        Rows rows = new Rows(database);
        publications.run();
        List<Long> all = rows.of("select id from short_answer").stream()
                .map(Long::valueOf)
                .toList();
        rows.change("delete from short_answer_revision");
        rows.change("delete from short_answer");
        index.remove(all);
    }
}
