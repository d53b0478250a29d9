package org.answerloop.web.knowledge;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.settings.Settings;

/** In which zone a page tells the time, and as of when: the head of every page says so. */
@Named
@RequestScoped
public class Freshness {

    private String zone;
    private Instant now;

    /** For the proxy. */
    protected Freshness() {}

    @Inject
    public Freshness(Settings settings, Clock clock) {
        this.zone = settings.zone().getId();
        this.now = clock.instant();
    }

    public String getZone() {
        return zone;
    }

    public Instant getNow() {
        return now;
    }
}
