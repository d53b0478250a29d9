package org.answerloop.export.application;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.answerloop.kernel.Spool;
import org.answerloop.settings.Settings;

/** Where written files lie until somebody takes them. */
@ApplicationScoped
public class ExportSpool {

    private static final int BUFFER_BYTES = 256 * 1024;

    private Spool files;
    private Clock clock;

    /** For the proxy. */
    protected ExportSpool() {}

    @Inject
    public ExportSpool(Settings settings, Clock clock) {
        this.files = new Spool(settings.exportDirectory(), ".export");
        this.clock = clock;
    }

    /** What is written here is no file of the job yet. */
    OutputStream begin(long job, String owner) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(files.begin(id(job, owner))), BUFFER_BYTES);
    }

    /** What was written is a file from now on. @return its name */
    String complete(long job, String owner) throws IOException {
        return files.complete(id(job, owner));
    }

    long size(String name) throws IOException {
        return Files.size(files.file(name));
    }

    /** What was written is not wanted; where nothing is, it is no matter. */
    void abandon(long job, String owner) {
        files.abandon(id(job, owner));
    }

    /** Takes a file away; one that is gone already is no matter. */
    void remove(String name) {
        files.remove(name);
    }

    boolean holds(String name) {
        return files.holds(name);
    }

    void copy(String name, OutputStream out) throws IOException {
        Files.copy(files.file(name), out);
    }

    /** Takes away what nobody has written to for that long. */
    void removeUntouchedFor(Duration time) {
        files.untouchedSince(clock.instant().minus(time)).forEach(files::remove);
    }

    private static String id(long job, String owner) {
        return job + "-" + owner;
    }
}
