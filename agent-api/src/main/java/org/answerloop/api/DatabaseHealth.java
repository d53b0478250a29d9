package org.answerloop.api;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: the database answers. It stands here, in one web module, since every web module would report it once more. */
@Readiness
@ApplicationScoped
class DatabaseHealth implements HealthCheck {

    private static final int PATIENCE_IN_SECONDS = 2;
    private static final String ANYTHING = "select 1";

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("database");
        // A statement, not isValid: only where one fails does the server throw the dead connections of its pool away.
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(PATIENCE_IN_SECONDS);
            return response.status(statement.execute(ANYTHING)).build();
        } catch (SQLException e) {
            return response.down()
                    .withData("reason", String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
