package org.answerloop.imports.application;

import java.io.IOException;
import java.io.InputStream;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.event.application.EventIntake;
import org.answerloop.imports.model.OpenAiTranscripts;
import org.answerloop.imports.model.TranscriptOptions;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

/** Takes a file of transcripts in, as events like any others; the file is read as it comes. */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class ImportTranscripts {

    @Inject
    private EventIntake intake;

    /**
     * @param file left open
     * @throws IOException when the file breaks off; what came before is taken, and may be sent again
     */
    public ImportResult run(InputStream file, TranscriptOptions options) throws IOException {
        ImportRun run = new ImportRun(intake::take);
        new OpenAiTranscripts(options).read(file, run::add);
        return run.finish();
    }
}
