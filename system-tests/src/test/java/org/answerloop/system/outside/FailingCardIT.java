package org.answerloop.system.outside;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import com.microsoft.playwright.Page;
import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.Eventually;
import org.answerloop.system.server.StoppablePostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What one card needs is torn in the database; it says so, the others stand, and counting again mends it. */
@ExtendWith({OnPostgres.class, InTheBrowser.class})
class FailingCardIT {

    private static final String REPORTS = "/reporting/index.xhtml?" + Museum.QUERY;

    private final AnswerloopServer server;
    private final StoppablePostgres postgres;
    private final Visitor visitor;

    FailingCardIT(AnswerloopServer server, StoppablePostgres postgres, Screens screens) {
        this.server = server;
        this.postgres = postgres;
        this.visitor = screens.visitor(server);
    }

    @Test
    void a_card_that_cannot_be_made_leaves_the_others_standing_and_comes_back_when_everything_is_counted_again()
            throws SQLException {
        try (Connection database = open(postgres)) {
            Museum.tellOf(Api.of(server));
            awaitCounts(database);
            try (Statement statement = database.createStatement()) {
                assertThat(statement.executeUpdate(
                                "update daily_rollup set closings = '{torn' where closings is not null"))
                        .isPositive();
            }

            Page page = visitor.signedInAs("maya").open(REPORTS);
            assertThat(page.locator(".card .failed")).hasCount(1);
            assertThat(page.locator("#team_resolved .failed")).containsText("This report could not be made.");
            assertThat(page.locator("#handled .figure")).containsText("6");
            assertThat(page.locator(".plot-area").first()).isVisible();
            visitor.photograph("reports-with-a-failed-card");
            visitor.open(REPORTS.replace("bucket=day", "bucket=week"));
            assertThat(page.locator(".card .failed")).hasCount(1);

            countAgain(database);
            visitor.open(REPORTS);
            assertThat(page.locator(".card .failed")).hasCount(0);
            assertThat(page.locator("#team_resolved .figure")).containsText("5");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    private static Connection open(StoppablePostgres postgres) throws SQLException {
        Map<String, String> settings = postgres.settings();
        return DriverManager.getConnection(
                settings.get("ANSWERLOOP_DB_URL"),
                settings.get("ANSWERLOOP_DB_USER"),
                settings.get("ANSWERLOOP_DB_PASSWORD"));
    }

    /** As the refresh does when something changes on all of the days. */
    private static void countAgain(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.executeUpdate("insert into stale_span (starts, ends)"
                    + " select day, day + interval '1 day' from generate_series("
                    + "(select min(local_day) from daily_rollup)::timestamptz, now(), interval '1 day') as day");
        }
        awaitCounts(database);
    }

    private static void awaitCounts(Connection database) {
        assertThat(Eventually.within(
                        Visitor.PATIENCE,
                        () -> number(database, "select count(*) from stale_span") == 0
                                && number(database, "select count(*) from daily_rollup where closings is not null")
                                        > 0))
                .isTrue();
    }

    private static long number(Connection database, String query) {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }
}
