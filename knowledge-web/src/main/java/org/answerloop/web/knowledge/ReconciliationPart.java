package org.answerloop.web.knowledge;

import java.time.Clock;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.connection.application.ReconciliationWorker;
import org.answerloop.connection.application.Reconciliations;
import org.answerloop.connection.model.Reconciliation;
import org.answerloop.connection.model.UnusableConnectionException;

/** How the platform of the connection that the page shows is asked for what its webhooks have missed. */
@Named
@RequestScoped
public class ReconciliationPart {

    private Reconciliations reconciliations;
    private ReconciliationWorker worker;
    private ConnectionPage page;
    private ConnectionWords words;
    private Clock clock;
    private Reconciliation state;

    /** For the proxy. */
    protected ReconciliationPart() {}

    @Inject
    public ReconciliationPart(
            Reconciliations reconciliations,
            ReconciliationWorker worker,
            ConnectionPage page,
            ConnectionWords words,
            Clock clock) {
        this.reconciliations = reconciliations;
        this.worker = worker;
        this.page = page;
        this.words = words;
        this.clock = clock;
    }

    /** Asks the platform now. */
    public void hurry() {
        try {
            reconciliations.hurry(page.getId());
            worker.work(page.getId());
        } catch (UnusableConnectionException e) {
            words.refuse(e);
        }
        refresh();
    }

    /** What was read to find out which button was pressed is old once the button has done its work. */
    public void refresh() {
        state = null;
    }

    /** Null where the platform is not asked. */
    public Reconciliation getState() {
        if (state == null && page.getConnection().apiBase() != null) {
            state = reconciliations.find(page.getId()).orElse(null);
        }
        return state;
    }

    /** Whether the platform is being asked, or about to be. */
    public boolean isUnderWay() {
        return getState() != null && getState().isUnderWay(clock.instant());
    }
}
