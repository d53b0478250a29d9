package org.answerloop.web.knowledge;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.connection.application.Deliveries;
import org.answerloop.connection.application.DeliveryWorker;
import org.answerloop.connection.model.UnusableConnectionException;
import org.answerloop.kernel.UnknownCursorException;

/** The deliveries of the connection that the page shows, all or those that failed. */
@Named
@RequestScoped
public class DeliveriesPart {

    private static final int ROWS = 25;

    private Deliveries deliveries;
    private DeliveryWorker worker;
    private ConnectionPage page;
    private ConnectionWords words;
    private boolean failed;
    private String after;
    private Deliveries.Page list;

    /** For the proxy. */
    protected DeliveriesPart() {}

    @Inject
    public DeliveriesPart(Deliveries deliveries, DeliveryWorker worker, ConnectionPage page, ConnectionWords words) {
        this.deliveries = deliveries;
        this.worker = worker;
        this.page = page;
        this.words = words;
    }

    /** Lets one that failed be worked on again. */
    public void retry(long deliveryId) {
        try {
            deliveries.retry(page.getId(), deliveryId);
            worker.wake();
        } catch (UnusableConnectionException e) {
            words.refuse(e);
        }
        refresh();
    }

    /** What was read to find out which button was pressed is old once the button has done its work. */
    public void refresh() {
        list = null;
    }

    /** The page that the address asks for; one that is not there is the first. */
    public Deliveries.Page getList() {
        if (list == null) {
            try {
                list = deliveries.of(page.getId(), failed, after, ROWS);
            } catch (UnknownCursorException e) {
                after = null;
                list = deliveries.of(page.getId(), failed, null, ROWS);
            }
        }
        return list;
    }

    public boolean isFailed() {
        return failed;
    }

    public String getAfter() {
        return after;
    }
}
