package org.answerloop.web.knowledge;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.event.application.Quarantine;
import org.answerloop.event.application.Quarantine.Page;
import org.answerloop.event.model.LateEvent;
import org.answerloop.event.model.QuarantineState;
import org.answerloop.event.model.RefusedEvent;
import org.answerloop.event.model.SourceActivity;
import org.answerloop.web.filter.FilterQuery;

/** What came of the events, by source, and those that somebody should look at: the refused and the late. */
@Named
@RequestScoped
public class EventsPage {

    private static final int ROWS = 50;

    private Quarantine quarantine;
    private String listed;
    private String after;
    private List<SourceActivity> sources;
    private long open;
    private AskedPage<Page<RefusedEvent>> refused;
    private AskedPage<Page<LateEvent>> late;

    /** The lists that the page shows, one at a time. */
    public enum Listing {
        OPEN(QuarantineState.OPEN),
        REPLAYED(QuarantineState.REPLAYED),
        DISCARDED(QuarantineState.DISCARDED),
        LATE(null);

        private final QuarantineState state;

        Listing(QuarantineState state) {
            this.state = state;
        }

        /** As the address says it. */
        public String getCode() {
            return AddressCode.of(this);
        }
    }

    /** For the proxy. */
    protected EventsPage() {}

    @Inject
    public EventsPage(Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    /** Reads what the address asks for; where that is not there, the first page of what is open. */
    public void load() {
        sources = quarantine.sources();
        open = quarantine.open();
        if (getListing() == Listing.LATE) {
            late = AskedPage.read(after, cursor -> quarantine.late(cursor, ROWS), Page::rows);
        } else {
            QuarantineState state = getListing().state;
            refused = AskedPage.read(after, cursor -> quarantine.refused(state, cursor, ROWS), Page::rows);
        }
    }

    public Listing getListing() {
        return AddressCode.read(listed, Listing.OPEN);
    }

    public Listing[] getListings() {
        return Listing.values();
    }

    public List<SourceActivity> getSources() {
        return sources;
    }

    public long getOpen() {
        return open;
    }

    /** Empty while the late ones are listed. */
    public List<RefusedEvent> getRefused() {
        return refused == null ? List.of() : refused.list().rows();
    }

    /** Empty while refused ones are listed. */
    public List<LateEvent> getLate() {
        return late == null ? List.of() : late.list().rows();
    }

    public boolean isNothingListed() {
        return getRefused().isEmpty() && getLate().isEmpty();
    }

    public Paging getPaging() {
        AskedPage<? extends Page<?>> listed = refused == null ? late : refused;
        FilterQuery query = FilterQuery.NONE.with("list", getListing().getCode());
        return new Paging(query, "events.xhtml", listed.after(), listed.list().next());
    }

    public String getListed() {
        return listed;
    }

    public void setListed(String listed) {
        this.listed = listed;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
