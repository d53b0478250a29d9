package org.answerloop.api;

import java.io.IOException;
import java.io.InputStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.answerloop.client.Places;
import org.answerloop.imports.application.ImportSpool;
import org.answerloop.imports.model.SpooledFile;

/** How many files come in at the same time; whoever comes when there is no place is told so at once. */
@ApplicationScoped
public class UploadGate {

    private static final int AT_ONCE = 24;
    private static final int OF_ONE_SENDER = 16;

    private final Places places = new Places(AT_ONCE, OF_ONE_SENDER);

    @Inject
    private ImportSpool spool;

    /**
     * As {@link ImportSpool#store}.
     *
     * @param holders who sends it
     * @throws Refusal when there is no place for them
     */
    SpooledFile store(InputStream content, Object... holders) throws IOException {
        Places.Place place = places.take(holders).orElseThrow(Refusal::busy);
        try {
            return spool.store(content);
        } finally {
            place.close();
        }
    }
}
