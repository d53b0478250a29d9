package org.answerloop.report.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The databases that the product runs on, with its schema. The session's own zone is far from any reporting zone, so a
 * query that leaned on it would be found out.
 */
enum ReportDatabase {
    H2 {
        @Override
        DataSource open(String name) {
            JdbcDataSource dataSource = new JdbcDataSource();
            dataSource.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                    + "DEFAULT_NULL_ORDERING=HIGH;TIME ZONE=Pacific/Apia");
            return migrated(dataSource);
        }
    },
    POSTGRESQL {
        @Override
        DataSource open(String name) {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                return migrated(
                        server.getDatabase("postgres", "postgres", Map.of("options", "-c TimeZone=Pacific/Apia")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    abstract DataSource open(String name);

    private static DataSource migrated(DataSource dataSource) {
        Flyway.configure().dataSource(dataSource).load().migrate();
        return dataSource;
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
