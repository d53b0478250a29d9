package org.answerloop.web.knowledge;

import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.event.application.Quarantine;
import org.answerloop.event.model.AlreadySettledException;
import org.answerloop.event.model.EventResult;
import org.answerloop.event.model.Problem;
import org.answerloop.event.model.QuarantineState;
import org.answerloop.event.model.QuarantinedEvent;
import org.answerloop.event.model.ReadableJson;
import org.answerloop.web.http.NoSuchPage;

/**
 * One refused event: why, what it says, and what to do about it. The form sends the event's id along as the address does,
 * so that every phase of the request knows which event it is about.
 */
@Named
@RequestScoped
public class EventPage {

    private Quarantine quarantine;
    private String id;
    private String outcome;
    private QuarantinedEvent event;
    private String text;
    private Problem refusal;
    private boolean formSent;

    /** For the proxy. */
    protected EventPage() {}

    @Inject
    public EventPage(Quarantine quarantine, FacesContext context) {
        this.quarantine = quarantine;
        this.id = context.getExternalContext().getRequestParameterMap().get("id");
        this.formSent = context.isPostback();
    }

    /** Answers that there is no page where there is no such event. */
    public void load() {
        if (getEvent() == null) {
            NoSuchPage.show();
        }
    }

    /** Sends the event again as it stands in the form; where it is refused again, that is shown and the text kept. */
    public String replay() {
        try {
            EventResult result = quarantine.replay(getEvent().id(), text);
            if (result.status() != EventResult.Status.REJECTED) {
                return settled(result.status().name());
            }
            refusal = result.problem();
        } catch (AlreadySettledException e) {
            event = null;
        }
        return null;
    }

    /** Puts the event aside for good. */
    public String discard() {
        try {
            quarantine.discard(getEvent().id());
            return settled("DISCARDED");
        } catch (AlreadySettledException e) {
            event = null;
            return null;
        }
    }

    private String settled(String how) {
        return "event?faces-redirect=true&id=" + id + "&outcome=" + how;
    }

    /** Null where there is none. */
    public QuarantinedEvent getEvent() {
        if (event == null) {
            event = number().flatMap(quarantine::find).orElse(null);
        }
        return event;
    }

    private Optional<Long> number() {
        try {
            return Optional.of(Long.valueOf(String.valueOf(id)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** What was typed, or else the event as it came, laid out for reading. */
    public String getText() {
        return text == null ? ReadableJson.of(getEvent().payload()) : text;
    }

    public void setText(String text) {
        this.text = text;
    }

    /** Why the event was refused again just now; null where it was not. */
    public Problem getRefusal() {
        return refusal;
    }

    /** Whether somebody settled the event while this person looked at it: what they do themselves leads to a new request. */
    public boolean isOvertaken() {
        return formSent && !getEvent().isOpen();
    }

    public String getId() {
        return id;
    }

    /** What was done just before this page was shown; null where it was nothing, or nothing that fits. */
    public String getOutcome() {
        return Stream.of("ACCEPTED", "DUPLICATE", "DISCARDED")
                .filter(word -> word.equals(outcome) && word.equals("DISCARDED") == isDiscarded())
                .filter(word -> !getEvent().isOpen())
                .findFirst()
                .orElse(null);
    }

    private boolean isDiscarded() {
        return getEvent().state() == QuarantineState.DISCARDED;
    }

    public void setOutcome(String outcome) {
        this.outcome = outcome;
    }
}
