package org.answerloop.system.inside;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;

import org.answerloop.access.model.Grant;
import org.answerloop.imports.application.ImportSpool;
import org.answerloop.imports.application.ImportWorker;
import org.answerloop.imports.application.Imports;
import org.answerloop.imports.model.ImportFormat;
import org.answerloop.imports.model.ImportOptions;
import org.answerloop.imports.model.SpooledFile;
import org.answerloop.settings.Settings;
import org.answerloop.system.inside.clock.AdjustableClock;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** A file that nobody works on any more holds text, too. */
@ExtendWith(ArquillianExtension.class)
class ImportRetentionIT {

    private static final Duration RETENTION = Duration.ofDays(30);
    private static final String PROGRAM = "API: the warehouse";

    @EJB
    private Imports imports;

    @EJB
    private ImportWorker worker;

    @Inject
    private ImportSpool spool;

    @Inject
    private Settings settings;

    @Inject
    private AdjustableClock clock;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    @Test
    void what_was_stopped_goes_with_its_file_when_its_time_has_passed() throws IOException {
        SpooledFile file = anImport("old");
        clock.advance(RETENTION.minusDays(1));
        worker.forget(RETENTION);
        assertThat(settings.importDirectory().resolve(file.name())).exists();
        SpooledFile young = anImport("young");

        clock.advance(Duration.ofDays(2));
        worker.forget(RETENTION);

        assertThat(settings.importDirectory().resolve(file.name())).doesNotExist();
        assertThat(settings.importDirectory().resolve(young.name())).exists();
        assertThat(new Rows(database).of("select name from import_job where created_by = ?", PROGRAM))
                .containsExactly("young");
        assertThat(new Rows(database)
                        .of("select who || ' ' || action from audit_entry where subject like '% old' order by id"))
                .containsExactly(
                        PROGRAM + " import.created",
                        PROGRAM + " import.stopped",
                        PROGRAM + " import.resumed",
                        PROGRAM + " import.stopped",
                        "retention import.discarded");
    }

    /** Stopped before the server's timer has begun with it: there is no such line in it as would be taken. */
    private SpooledFile anImport(String name) throws IOException {
        SpooledFile file =
                spool.store(new ByteArrayInputStream("{}\n".repeat(200_000).getBytes(StandardCharsets.UTF_8)));
        long id = imports.create(file, name, ImportFormat.EVENTS, ImportOptions.of(Map.of()), Grant.ofTheHouse(PROGRAM))
                .id();
        imports.stop(id, PROGRAM);
        imports.resume(id, PROGRAM);
        imports.stop(id, PROGRAM);
        return file;
    }
}
