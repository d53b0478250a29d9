package org.answerloop.system.inside;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

import org.answerloop.gap.application.Topics;
import org.answerloop.gap.model.QuestionFilter;
import org.answerloop.gap.model.QuestionFilter.Which;
import org.answerloop.gap.model.TopicDetail;
import org.answerloop.gap.model.TopicFilter;
import org.answerloop.gap.model.TopicQuestion;
import org.answerloop.gap.model.TopicRefusedException;
import org.answerloop.gap.model.TopicRow;
import org.answerloop.gap.model.TopicSelection;
import org.answerloop.gap.model.TopicState;
import org.answerloop.system.inside.TopicStock.Stocked;
import org.answerloop.system.inside.clock.AdjustableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** People at work on topics, and what is to be seen of it afterwards. */
@Dependent
class TopicEditing {

    @Inject
    private Topics topics;

    @Inject
    private HttpServletRequest request;

    @Inject
    private AdjustableClock clock;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    private Rows rows;
    private TopicStock stock;

    @PostConstruct
    void open() {
        rows = new Rows(database);
        stock = new TopicStock(database);
    }

    /** Something that is done to a topic. */
    @FunctionalInterface
    interface Change {
        void make() throws Exception;
    }

    /** A new topic of so many questions. */
    Stocked topic(int questions) {
        return stock.topic(questions);
    }

    Stocked topic(int questions, String language) {
        return stock.topic(questions, language);
    }

    Rows rows() {
        return rows;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    <T> T as(String login, Callable<T> work) {
        return DemoUser.does(login, request, work);
    }

    void does(String login, Change change) {
        as(login, () -> {
            change.make();
            return null;
        });
    }

    /** Although edgar, who has a seat, asks for it. */
    void refused(TopicRefusedException.Reason reason, Change change) {
        assertThatThrownBy(() -> does("edgar", change))
                .isInstanceOfSatisfying(
                        TopicRefusedException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    TopicDetail find(long topic) {
        return as("vera", () -> topics.find(topic)).orElseThrow();
    }

    TopicDetail find(Stocked stocked) {
        return find(stocked.topic());
    }

    TopicState stateOf(long topic) {
        return find(topic).row().standing().state();
    }

    List<TopicQuestion> questions(Stocked stocked, Which which) {
        QuestionFilter filter = new QuestionFilter(which, null, null, null, null);
        return as("vera", () -> topics.questions(stocked.topic(), filter, null, 50))
                .rows();
    }

    /** Those in the language of the stock. */
    List<Long> listed(TopicSelection selection) {
        TopicFilter filter = new TopicFilter(selection, TopicStock.LANGUAGE, null, null, null, null, null);
        return as("vera", () -> topics.list(filter, null, 200)).rows().stream()
                .map(TopicRow::id)
                .toList();
    }

    /** Who did what to the topic, the earliest first. */
    List<String> record(Stocked stocked) {
        return rows.of(
                "select concat(who, ' ', action, ' ', coalesce(before_it, '-'), ' -> ', coalesce(after_it, '-'))"
                        + " from audit_entry where subject = ? order by id",
                "topic/" + stocked.topic());
    }
}
