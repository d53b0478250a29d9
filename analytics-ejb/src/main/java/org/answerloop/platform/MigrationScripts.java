package org.answerloop.platform;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.scanner.Scanner;

/**
 * The scripts of the schema, found as Flyway finds them on every server, and read by the class loader. Flyway reads a script
 * from the address that holds the path of its folder, and never finds one whose path an address writes otherwise: one with
 * a space or an accent in it.
 */
final class MigrationScripts implements ResourceProvider {

    private final ResourceProvider found;
    private final ClassLoader classLoader;

    /** @param configuration with the class loader and the locations */
    MigrationScripts(Configuration configuration) {
        this.found = new Scanner<>(JavaMigration.class, configuration, configuration.getLocations());
        this.classLoader = configuration.getClassLoader();
    }

    @Override
    public LoadableResource getResource(String name) {
        LoadableResource script = found.getResource(name);
        return script == null ? null : new Script(script, classLoader);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return found.getResources(prefix, suffixes).stream()
                .<LoadableResource>map(script -> new Script(script, classLoader))
                .toList();
    }

    private static final class Script extends LoadableResource {

        private final LoadableResource found;
        private final ClassLoader classLoader;

        Script(LoadableResource found, ClassLoader classLoader) {
            this.found = found;
            this.classLoader = classLoader;
        }

        @Override
        public Reader read() {
            InputStream content = classLoader.getResourceAsStream(found.getAbsolutePath());
            if (content == null) {
                throw new FlywayException("The script " + found.getAbsolutePath() + " cannot be read.");
            }
            return new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8));
        }

        @Override
        public String getAbsolutePath() {
            return found.getAbsolutePath();
        }

        /** For messages. What was found looks for the address here, too. */
        @Override
        public String getAbsolutePathOnDisk() {
            return found.getAbsolutePath();
        }

        @Override
        public String getFilename() {
            return found.getFilename();
        }

        @Override
        public String getRelativePath() {
            return found.getRelativePath();
        }
    }
}
