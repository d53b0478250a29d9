package org.answerloop.imports.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.answerloop.access.model.Grant;
import org.answerloop.kernel.Lease;

/**
 * A file on its way in. Who works on it holds a lease, so that it is one at a time, and so that another goes on where a
 * server was killed. What was taken twice by that is duplicates only.
 */
@Entity
@Table(name = "import_job")
public class ImportJob {

    /** Characters of a name. */
    public static final int NAME = 255;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "import_job_seq")
    @SequenceGenerator(name = "import_job_seq", sequenceName = "import_job_seq", allocationSize = 50)
    private Long id;

    @Version
    private long version;

    @Column(name = "file_name")
    private String fileName;

    private String name;

    @Enumerated(EnumType.STRING)
    private ImportFormat format;

    @Convert(converter = ImportOptionsColumn.class)
    private ImportOptions options;

    @Column(name = "size_bytes")
    private long size;

    private String sha256;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Enumerated(EnumType.STRING)
    private ImportState state = ImportState.WAITING;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Embedded
    private ImportFailure failure;

    @Embedded
    private ImportCourse course = new ImportCourse();

    @Embedded
    private Lease lease;

    @Column(name = "api_key_id")
    private Long keyId;

    protected ImportJob() {}

    /**
     * @param by who sent the file: its events are taken in as theirs
     * @throws UnusableImportException where the options do not suit the format
     */
    public ImportJob(SpooledFile file, String name, ImportFormat format, ImportOptions options, Grant by, Instant at) {
        format.check(options);
        this.keyId = by.keyId();
        this.fileName = file.name();
        this.size = file.size();
        this.sha256 = file.sha256();
        this.name = name.length() <= NAME ? name : name.substring(0, NAME);
        this.format = format;
        this.options = options;
        this.createdBy = by.caller();
        this.createdAt = at;
        this.changedAt = at;
    }

    /** Whether somebody may begin to work on it now. */
    public boolean isClaimable(Instant now) {
        return state.isUnderWay() && Lease.isFree(lease, now);
    }

    /** From now on the owner works on it, as long as it says so before the lease ends. */
    public void claim(String owner, Instant now, Duration time) {
        if (!isClaimable(now)) {
            throw new ImportStateException(state, "Somebody else works on this import.");
        }
        if (state == ImportState.WAITING) {
            state = ImportState.RUNNING;
            startedAt = startedAt == null ? now : startedAt;
            course.resume(now);
        }
        lease = Lease.of(owner, now, time);
        changedAt = now;
    }

    public boolean isHeldBy(String owner) {
        return Lease.isHeldBy(owner, lease);
    }

    /**
     * What the owner has taken counts, whatever somebody decided meanwhile.
     *
     * @return whether the owner goes on; otherwise it holds the import no longer
     */
    public boolean advance(
            String owner, Checkpoint reached, ImportCounts counts, int problems, Instant now, Duration time) {
        if (!isHeldBy(owner)) {
            return false;
        }
        course.advance(reached, counts, problems);
        changedAt = now;
        if (state == ImportState.RUNNING) {
            lease = Lease.of(owner, now, time);
            return true;
        }
        lease = null;
        return false;
    }

    /** The owner gives it back, for whoever comes next. */
    public void release(String owner) {
        if (isHeldBy(owner)) {
            lease = null;
        }
    }

    /** The file was read to its end. */
    public void finish(String owner, Instant now) {
        if (isHeldBy(owner)) {
            course.complete(size);
            end(ImportState.DONE, now);
        }
    }

    public void fail(ImportFailure why, Instant now) {
        failure = why;
        end(ImportState.FAILED, now);
    }

    public void stop(Instant now) {
        if (!state.isUnderWay()) {
            throw new ImportStateException(state, "Only an import that waits or runs can be stopped.");
        }
        state = ImportState.STOPPED;
        finishedAt = now;
        changedAt = now;
    }

    /** It goes on from where it stands, as soon as whoever worked on it has let it go. */
    public void resume(Instant now) {
        if (state != ImportState.STOPPED && state != ImportState.FAILED) {
            throw new ImportStateException(state, "Only an import that was stopped or has failed can be resumed.");
        }
        state = ImportState.WAITING;
        failure = null;
        finishedAt = null;
        changedAt = now;
    }

    /** @throws ImportStateException while it is under way */
    public void requireDiscardable(Instant now) {
        if (state.isUnderWay() || !Lease.isFree(lease, now)) {
            throw new ImportStateException(state, "Stop the import first, and wait a moment; then it can be removed.");
        }
    }

    private void end(ImportState as, Instant now) {
        state = as;
        finishedAt = now;
        changedAt = now;
        lease = null;
    }

    public Long id() {
        return id;
    }

    /** Of the spooled file. */
    public String fileName() {
        return fileName;
    }

    public String name() {
        return name;
    }

    public ImportFormat format() {
        return format;
    }

    public ImportOptions options() {
        return options;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    public String sha256() {
        return sha256;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String createdBy() {
        return createdBy;
    }

    /** The key that sent the file; null where a person did. */
    public Optional<Long> keyId() {
        return Optional.ofNullable(keyId);
    }

    public ImportState state() {
        return state;
    }

    public Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    public Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }

    /** When something last happened to it. */
    public Instant changedAt() {
        return changedAt;
    }

    public Optional<ImportFailure> failure() {
        return Optional.ofNullable(failure);
    }

    public Checkpoint reached() {
        return course.reached();
    }

    public ImportCounts counts() {
        return course.counts();
    }

    /** How many lines its report has. */
    public long reported() {
        return course.reported();
    }

    /** How much of the file has been taken, from 0 to 1. */
    public double progress() {
        return state == ImportState.DONE
                ? 1
                : size == 0 ? 0 : (double) course.reached().position() / size;
    }

    /** Events a second since it was begun or resumed; nothing while it does not run. */
    public Optional<Double> rate() {
        return state == ImportState.RUNNING ? course.rate(changedAt) : Optional.empty();
    }

    /** How long it will still take at this rate; nothing while it does not run. */
    public Optional<Duration> remaining() {
        return state == ImportState.RUNNING ? course.remaining(size, changedAt) : Optional.empty();
    }
}
