package org.answerloop.api;

import jakarta.enterprise.context.RequestScoped;

import org.answerloop.access.model.Grant;

/** Who makes the request, once its key was looked up. */
@RequestScoped
class Caller {

    private Grant grant;

    void comesWith(Grant known) {
        grant = known;
    }

    /** @throws IllegalStateException where nobody has looked: no request does without */
    Grant grant() {
        if (grant == null) {
            throw new IllegalStateException("The key of this request was not looked up");
        }
        return grant;
    }

    /** @throws Refusal where the key is bound to other sources */
    void requireSource(String source) {
        if (!grant().sources().covers(source)) {
            throw Refusal.foreignSource(grant().sources().toString());
        }
    }

    /** @throws Refusal where the key is bound to sources: what is asked for holds conversations of all of them */
    void requireAllSources() {
        if (!grant().sources().isUnbound()) {
            throw Refusal.boundKey(grant().sources().toString());
        }
    }
}
