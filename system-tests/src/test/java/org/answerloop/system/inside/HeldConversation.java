package org.answerloop.system.inside;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The row of a conversation, held as another server holds it that is at work on it. */
record HeldConversation(DataSource database, String source, String id) {

    /** Does something while it is held. */
    <T> T during(Callable<T> work) throws Exception {
        try (Connection elsewhere = database.getConnection()) {
            elsewhere.setAutoCommit(false);
            hold(elsewhere);
            T result = work.call();
            elsewhere.rollback();
            elsewhere.setAutoCommit(true);
            return result;
        }
    }

    private void hold(Connection elsewhere) throws Exception {
        try (PreparedStatement statement = elsewhere.prepareStatement(
                "select id from conversation where source = ? and external_id = ? for update")) {
            statement.setString(1, source);
            statement.setString(2, id);
            try (ResultSet rows = statement.executeQuery()) {
                assertThat(rows.next()).as(id).isTrue();
            }
        }
    }
}
