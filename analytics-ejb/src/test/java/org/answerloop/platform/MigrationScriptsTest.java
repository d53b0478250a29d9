package org.answerloop.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

import org.answerloop.kernel.Fingerprint;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MigrationScriptsTest {

    private static final Path CLASSES = Path.of("target/classes");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"plain", "a space", "à côté", "50% + 漢 #1"})
    void the_schema_is_made_wherever_the_application_lies(String name) throws IOException {
        Path jar = jar(Files.createDirectory(folder.resolve(name)).resolve("analytics-ejb.jar"));
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            FluentConfiguration configuration =
                    Flyway.configure(loader).dataSource(database(name)).target(MigrationVersion.fromVersion("4"));
            Flyway flyway = configuration
                    .resourceProvider(new MigrationScripts(configuration))
                    .load();

            assertThat(flyway.migrate().migrationsExecuted).isEqualTo(4);
        }
    }

    private static DataSource database(String name) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(
                "jdbc:h2:mem:" + Fingerprint.of(name) + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
        return database;
    }

    private static Path jar(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out);
                Stream<Path> scripts = Files.walk(CLASSES.resolve("db"))) {
            List<Path> all = scripts.sorted().toList();
            for (Path script : all) {
                String name = CLASSES.relativize(script).toString().replace('\\', '/');
                jar.putNextEntry(new JarEntry(Files.isDirectory(script) ? name + "/" : name));
                if (Files.isRegularFile(script)) {
                    Files.copy(script, jar);
                }
            }
        }
        return file;
    }
}
