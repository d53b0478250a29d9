package org.answerloop.gap.application;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.answerloop.gap.model.GroupingDue;
import org.answerloop.gap.model.Regrouping.Move;

/** What the grouping changes of questions in one transaction. What a person has placed it leaves where it is. */
final class QuestionChanges {

    private final Connection connection;
    private final TopicChanges topics;

    /** @param topics is told which topics have other questions by this */
    QuestionChanges(Connection connection, TopicChanges topics) {
        this.connection = connection;
        this.topics = topics;
    }

    /** @return false where something else is true of the question than when it was read */
    boolean enter(GroupedQuestion question) throws SQLException {
        if (topics.isMerged(question.topic())) {
            return false;
        }
        boolean entered = question.from().stays() ? stay(question) : come(question);
        if (entered) {
            topics.touch(question.topic());
            topics.touch(question.moved() ? question.from().topic() : question.topic());
        }
        return entered;
    }

    private boolean stay(GroupedQuestion question) throws SQLException {
        try (PreparedStatement stay = connection.prepareStatement("update unanswered_question set grouping_due = null"
                + " where id = ? and grouping_due = ? and topic_id = ? and question is not null")) {
            stay.setLong(1, question.from().id());
            stay.setInt(2, question.from().due().code());
            stay.setLong(3, question.topic());
            return stay.executeUpdate() == 1;
        }
    }

    private boolean come(GroupedQuestion question) throws SQLException {
        try (PreparedStatement come =
                connection.prepareStatement("update unanswered_question set topic_id = ?, grouping_due = null"
                        + " where id = ? and grouping_due = ? and not placed and question is not null")) {
            come.setLong(1, question.topic());
            come.setLong(2, question.from().id());
            come.setInt(3, question.from().due().code());
            return come.executeUpdate() == 1;
        }
    }

    void keepVectors(List<GroupedQuestion> questions, String model) throws SQLException {
        try (PreparedStatement remove =
                        connection.prepareStatement("delete from question_vector where question_id = ?");
                PreparedStatement insert = connection.prepareStatement(
                        "insert into question_vector (question_id, model, vector) values (?, ?, ?)")) {
            for (GroupedQuestion question : questions) {
                if (question.vector() == null) {
                    continue;
                }
                if (question.from().due() != GroupingDue.NEW) {
                    remove.setLong(1, question.from().id());
                    remove.addBatch();
                }
                insert.setLong(1, question.from().id());
                insert.setString(2, model);
                insert.setBytes(3, question.vector());
                insert.addBatch();
            }
            remove.executeBatch();
            insert.executeBatch();
        }
    }

    void forget(List<DueQuestion> questions) throws SQLException {
        try (PreparedStatement forget = connection.prepareStatement(
                "update unanswered_question set grouping_due = null where id = ? and question is null")) {
            for (DueQuestion question : questions) {
                forget.setLong(1, question.id());
                forget.addBatch();
                if (question.topic() != null) {
                    topics.touch(question.topic());
                }
            }
            forget.executeBatch();
        }
    }

    /** @return the questions of which something else is true in the meantime: they stay where they are */
    List<Long> move(List<Move> moves) throws SQLException {
        List<Move> sorted = new ArrayList<>(moves);
        sorted.sort(Comparator.comparingLong(Move::question));
        List<Long> stayed = new ArrayList<>();
        try (PreparedStatement move = connection.prepareStatement(
                "update unanswered_question set topic_id = ? where id = ? and topic_id = ? and not placed")) {
            for (Move moved : sorted) {
                move.setLong(1, topics.isMerged(moved.to()) ? moved.from() : moved.to());
                move.setLong(2, moved.question());
                move.setLong(3, moved.from());
                move.addBatch();
            }
            int[] done = move.executeBatch();
            for (int place = 0; place < done.length; place++) {
                Move moved = sorted.get(place);
                topics.touch(moved.from());
                topics.touch(moved.to());
                if (done[place] == 0 || topics.isMerged(moved.to())) {
                    stayed.add(moved.question());
                }
            }
        }
        return stayed;
    }
}
