package org.answerloop.event.application;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.kernel.PageCursor;
import org.answerloop.settings.Settings;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static java.lang.System.Logger.Level.INFO;

/** Forgets what was said longer ago than the settings allow, chunk by chunk; verdicts and counts stay. */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class EnforceRetention {

    private static final System.Logger LOG = System.getLogger(EnforceRetention.class.getName());

    @Inject
    private ForgetChunk chunk;

    @Inject
    private Settings settings;

    /** @return how many conversations were forgotten */
    public int run() {
        if (settings.retention().isZero()) {
            return 0;
        }
        int forgotten = 0;
        int last;
        do {
            last = chunk.forget(settings.retention());
            forgotten += last;
        } while (last > 0);
        PageCursor position = null;
        do {
            position = chunk.forgetRefused(settings.retention(), position);
        } while (position != null);
        if (forgotten > 0) {
            LOG.log(INFO, "Retention: what was said in {0} conversations is forgotten.", forgotten);
        }
        return forgotten;
    }
}
