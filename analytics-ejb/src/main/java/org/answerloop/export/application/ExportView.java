package org.answerloop.export.application;

import java.time.Instant;

import org.answerloop.export.model.ExportFormat;
import org.answerloop.export.model.ExportJob;
import org.answerloop.export.model.ExportState;
import org.answerloop.export.model.ListWish;

/**
 * The export of a list as a person sees it.
 *
 * @param progress from 0 to 1
 * @param size of the file in bytes; 0 before it is written
 * @param expiresAt when the file is taken away; null before it is written
 */
public record ExportView(
        long id,
        ListWish wish,
        ExportFormat format,
        Instant createdAt,
        ExportState state,
        long total,
        long written,
        double progress,
        long size,
        Instant expiresAt) {

    static ExportView of(ExportJob job) {
        return new ExportView(
                job.id(),
                job.wish(),
                job.style().format(),
                job.createdAt(),
                job.state(),
                job.total(),
                job.written(),
                job.progress(),
                job.size(),
                job.expiresAt().orElse(null));
    }
}
