package org.answerloop.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.answerloop.imports.application.ImportSpool;
import org.answerloop.imports.model.SpooledFile;

/** How many files come in at the same time; whoever comes when there is no place is told so at once. */
@ApplicationScoped
public class UploadGate {

    private static final int AT_ONCE = 8;

    private final Semaphore places = new Semaphore(AT_ONCE);

    @Inject
    private ImportSpool spool;

    /**
     * As {@link ImportSpool#store}.
     *
     * @throws Refusal when there is no place
     */
    SpooledFile store(InputStream content) throws IOException {
        if (!places.tryAcquire()) {
            throw Refusal.busy();
        }
        try {
            return spool.store(content);
        } finally {
            places.release();
        }
    }
}
