package org.answerloop.export.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Column;
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

import org.answerloop.kernel.Lease;
import org.answerloop.wording.Language;

/**
 * A list of conversations on its way into a file. Who works on it holds a lease, so that it is one at a time, and so that
 * another begins anew where a server was killed.
 */
@Entity
@Table(name = "export_job")
public class ExportJob {

    /** How long a file is kept after it was written: there are visitors' words in it. */
    public static final Duration KEPT = Duration.ofHours(24);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "export_job_seq")
    @SequenceGenerator(name = "export_job_seq", sequenceName = "export_job_seq", allocationSize = 50)
    private Long id;

    @Version
    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Enumerated(EnumType.STRING)
    private ExportFormat format;

    @Enumerated(EnumType.STRING)
    private Separator separator;

    @Enumerated(EnumType.STRING)
    private Language language;

    private String wish;

    @Enumerated(EnumType.STRING)
    private ExportState state = ExportState.WAITING;

    @Column(name = "total_rows")
    private long total;

    @Column(name = "written_rows")
    private long written;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "size_bytes")
    private long size;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Embedded
    private Lease lease;

    protected ExportJob() {}

    /** @param total how many rows there are at the moment */
    public ExportJob(ListWish wish, ListStyle style, long total, String by, Instant at) {
        this.wish = wish.text();
        this.format = style.format();
        this.separator = style.separator();
        this.language = style.language();
        this.total = total;
        this.createdBy = by;
        this.createdAt = at;
        this.changedAt = at;
    }

    /** From now on the owner works on it, as long as it says so before the lease ends; from the beginning. */
    public void claim(String owner, Instant now, Duration time) {
        if (!state.isUnderWay() || !Lease.isFree(lease, now)) {
            throw new ExportStateException("Somebody else works on this export, or it is over.");
        }
        state = ExportState.RUNNING;
        startedAt = startedAt == null ? now : startedAt;
        written = 0;
        hold(owner, now, time);
    }

    /** @return whether the owner goes on; otherwise somebody has stopped it, or another works on it */
    public boolean advance(String owner, long written, Instant now, Duration time) {
        if (!isHeldBy(owner) || state != ExportState.RUNNING) {
            return false;
        }
        this.written = written;
        // What began after it was counted is in the file too.
        this.total = Math.max(total, written);
        hold(owner, now, time);
        return true;
    }

    /** @return whether the file is the one that people get */
    public boolean finish(String owner, long written, String fileName, long size, Instant now) {
        if (!isHeldBy(owner) || state != ExportState.RUNNING) {
            return false;
        }
        this.written = written;
        this.total = written;
        this.fileName = fileName;
        this.size = size;
        end(ExportState.DONE, now);
        return true;
    }

    public void fail(String owner, Instant now) {
        if (isHeldBy(owner)) {
            end(ExportState.FAILED, now);
        }
    }

    public void stop(Instant now) {
        if (!state.isUnderWay()) {
            throw new ExportStateException("Only an export that waits or runs can be stopped.");
        }
        end(ExportState.STOPPED, now);
    }

    /** What it may hold is being forgotten: a file that is written goes, one that is being written begins anew. */
    public void withdraw(Instant now) {
        if (state == ExportState.DONE) {
            end(ExportState.WITHDRAWN, now);
        } else if (state == ExportState.RUNNING) {
            state = ExportState.WAITING;
            changedAt = now;
            lease = null;
        }
    }

    /** The file of an export that was taken back is gone. */
    public void lostFile() {
        fileName = null;
        size = 0;
    }

    /** @throws ExportStateException while it is under way */
    public void requireDiscardable() {
        if (state.isUnderWay()) {
            throw new ExportStateException("Stop the export first; then it can be removed.");
        }
    }

    /** When its file is taken away; nothing before it is written. */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(finishedAt)
                .filter(at -> state == ExportState.DONE)
                .map(at -> at.plus(KEPT));
    }

    private boolean isHeldBy(String owner) {
        return Lease.isHeldBy(owner, lease);
    }

    private void hold(String owner, Instant now, Duration time) {
        lease = Lease.of(owner, now, time);
        changedAt = now;
    }

    private void end(ExportState as, Instant now) {
        state = as;
        finishedAt = now;
        changedAt = now;
        lease = null;
    }

    public Long id() {
        return id;
    }

    public ListWish wish() {
        return ListWish.parse(wish);
    }

    public ListStyle style() {
        return new ListStyle(format, separator, language);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String createdBy() {
        return createdBy;
    }

    public ExportState state() {
        return state;
    }

    /** How many rows it will have. */
    public long total() {
        return total;
    }

    /** How many rows it has. */
    public long written() {
        return written;
    }

    /** Of the written file in the directory of exports; nothing before it is written. */
    public Optional<String> fileName() {
        return Optional.ofNullable(fileName);
    }

    /** Of the file, in bytes. */
    public long size() {
        return size;
    }

    /** How much of it is written, from 0 to 1. */
    public double progress() {
        return state == ExportState.DONE ? 1 : total == 0 ? 0 : Math.min(1, (double) written / total);
    }
}
