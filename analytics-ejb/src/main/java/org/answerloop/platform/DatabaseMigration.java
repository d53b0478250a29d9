package org.answerloop.platform;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

import org.answerloop.settings.Settings;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings the schema to the version of this application before anything uses the persistence unit: other start-up beans
 * name this one in {@code @DependsOn}. The settings are injected so that a bad one stops the start before the database
 * is touched.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class DatabaseMigration {

    private static final int TRIES = 4;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    @Inject
    private Settings settings;

    @PostConstruct
    void migrate() {
        System.Logger log = System.getLogger(DatabaseMigration.class.getName());
        // Naming a setting makes the container read and check them all.
        log.log(
                System.Logger.Level.INFO,
                "Starting in {0} mode, reporting zone {1}.",
                settings.mode(),
                settings.zone());
        OldPages.remove(dataSource);
        // A company's database may hold other schemas' tables already; ours begin at version 0 of their own history.
        FluentConfiguration configuration = Flyway.configure(getClass().getClassLoader())
                .dataSource(UnlimitedConnections.of(dataSource))
                .baselineOnMigrate(true)
                .baselineVersion(MigrationVersion.fromVersion("0"));
        Flyway flyway = configuration
                .resourceProvider(new MigrationScripts(configuration))
                .load();
        migrate(flyway, log);
    }

    /** Servers that begin with an empty database at the same moment get in each other's way; all but one find it done a little later. */
    private static void migrate(Flyway flyway, System.Logger log) {
        for (int tries = 1; tries < TRIES; tries++) {
            try {
                flyway.migrate();
                return;
            } catch (FlywayException e) {
                log.log(System.Logger.Level.WARNING, "The schema is looked at again in a moment: {0}", e.getMessage());
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        flyway.migrate();
    }
}
