package org.answerloop.gap.application;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

import org.answerloop.access.model.Role;
import org.answerloop.audit.application.AuditTrail;
import org.answerloop.gap.model.Fineness;
import org.answerloop.gap.model.FinenessEffect;
import org.answerloop.gap.model.FinenessPreview;
import org.answerloop.kernel.Sql;

/** Decides how fine topics are, for administrators, who see beforehand what it would change. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class TopicFineness {

    /** In the audit. */
    public static final String ACTION = "topics.fineness_decided";

    private static final String SUBJECT = "topics";

    /** Enough of a question to know it again. */
    private static final int SHOWN = 120;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    @Inject
    private FinenessTables tables;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    public Fineness current() {
        return tables.wanted();
    }

    /** Has the effect found out, which takes the server that groups some seconds; nothing changes by it. */
    public void ask(Fineness fineness) {
        forget(fineness);
        new Sql()
                .add("insert into fineness_effect (fineness, asked_at) values (?, ?)", fineness.name(), clock.instant())
                .add("on conflict do nothing")
                .update(dataSource);
    }

    /** The effect that was asked for last; nothing where none was since the fineness was decided. */
    public Optional<FinenessPreview> preview() {
        return new Sql()
                        .add("select fineness, found_at, topics_now, topics_then from fineness_effect")
                        .add("order by asked_at desc fetch first 1 rows only")
                        .list(
                                dataSource,
                                row -> new FinenessPreview(
                                        Fineness.valueOf(row.getString("fineness")),
                                        Sql.moment(row, "found_at"),
                                        row.getInt("topics_now"),
                                        row.getInt("topics_then"),
                                        examples(row.getString("fineness"))))
                        .stream()
                        .findFirst();
    }

    /** The topics become so within seconds. What people placed stays where it is. */
    public void decide(Fineness fineness) {
        Fineness before = tables.wanted();
        if (before == fineness) {
            return;
        }
        new Sql()
                .add("update topic_fineness set fineness = ? where id = 1", fineness.name())
                .update(dataSource);
        for (Fineness known : Fineness.values()) {
            forget(known);
        }
        audit.record(ACTION, SUBJECT, before.name(), fineness.name());
    }

    private void forget(Fineness fineness) {
        new Sql()
                .add("delete from fineness_example where fineness = ?", fineness.name())
                .update(dataSource);
        new Sql()
                .add("delete from fineness_effect where fineness = ?", fineness.name())
                .update(dataSource);
    }

    /** A part of an example; what was redacted in the meantime has no text any more. */
    private record Part(int example, FinenessEffect.Kind kind, int questions, String topic, String question) {}

    private List<FinenessPreview.Example> examples(String fineness) {
        Map<Integer, List<Part>> parts = new TreeMap<>();
        new Sql()
                .add("select e.example, e.kind, e.questions, t.title,")
                .add("substring(q.question from 1 for " + SHOWN + ") as question from fineness_example e")
                .add("left join topic t on t.id = e.topic_id")
                .add("left join unanswered_question q on q.id = e.question_id")
                .add("where e.fineness = ? order by e.example, e.part", fineness)
                .list(
                        dataSource,
                        row -> new Part(
                                row.getInt("example"),
                                FinenessEffect.Kind.valueOf(row.getString("kind")),
                                row.getInt("questions"),
                                row.getString("title"),
                                row.getString("question")))
                .forEach(part -> parts.computeIfAbsent(part.example(), e -> new ArrayList<>())
                        .add(part));
        return parts.values().stream().map(TopicFineness::example).toList();
    }

    private static FinenessPreview.Example example(List<Part> parts) {
        return new FinenessPreview.Example(
                parts.get(0).kind(),
                parts.get(0).questions(),
                parts.stream().map(Part::topic).filter(TopicFineness::says).toList(),
                parts.stream().map(Part::question).filter(TopicFineness::says).toList());
    }

    private static boolean says(String text) {
        return text != null && !text.isBlank();
    }
}
