package org.answerloop.gap.application;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.gap.model.Fineness;
import org.answerloop.gap.model.FinenessEffect;
import org.answerloop.gap.model.FinenessEffect.Example;
import org.answerloop.kernel.Sql;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

/** How fine topics are to be, and which effect of another fineness somebody asks for: for the server that groups. */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class FinenessTables {

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    @Inject
    private Clock clock;

    public Fineness wanted() {
        return new Sql()
                .add("select fineness from topic_fineness where id = 1")
                .list(dataSource, row -> Fineness.valueOf(row.getString("fineness")))
                .get(0);
    }

    /** What somebody waits for. */
    public Optional<Fineness> asked() {
        return new Sql()
                        .add("select fineness from fineness_effect where found_at is null order by asked_at")
                        .list(dataSource, row -> Fineness.valueOf(row.getString("fineness")))
                        .stream()
                        .findFirst();
    }

    /** The effect that was asked for; what another server found out at the same time is as good. */
    public void keep(Fineness fineness, FinenessEffect effect) {
        int kept = new Sql()
                .add("update fineness_effect set found_at = ?, topics_now = ?,", clock.instant(), effect.now())
                .add("topics_then = ? where fineness = ? and found_at is null", effect.then(), fineness.name())
                .update(dataSource);
        if (kept == 0) {
            return;
        }
        new Sql()
                .add("delete from fineness_example where fineness = ?", fineness.name())
                .update(dataSource);
        List<Object[]> rows = new ArrayList<>();
        for (int place = 0; place < effect.examples().size(); place++) {
            add(rows, fineness, place, effect.examples().get(place));
        }
        Sql.updateAll(
                dataSource,
                "insert into fineness_example (fineness, example, part, kind, questions, topic_id, question_id)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    private static void add(List<Object[]> rows, Fineness fineness, int place, Example example) {
        int part = 0;
        for (Long topic : example.topics()) {
            rows.add(row(fineness, place, part++, example, topic, null));
        }
        for (Long question : example.parts()) {
            rows.add(row(fineness, place, part++, example, null, question));
        }
    }

    private static Object[] row(Fineness fineness, int place, int part, Example example, Long topic, Long question) {
        return new Object[] {fineness.name(), place, part, example.kind().name(), example.questions(), topic, question};
    }
}
