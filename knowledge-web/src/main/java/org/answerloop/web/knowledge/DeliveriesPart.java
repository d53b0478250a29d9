package org.answerloop.web.knowledge;

import java.util.Map;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.connection.application.Deliveries;
import org.answerloop.connection.application.DeliveryWorker;
import org.answerloop.connection.model.UnusableConnectionException;
import org.answerloop.web.filter.FilterQuery;

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
    private AskedPage<Deliveries.Page> list;
    private Long failures;

    /** For the proxy. */
    protected DeliveriesPart() {}

    @Inject
    public DeliveriesPart(
            Deliveries deliveries,
            DeliveryWorker worker,
            ConnectionPage page,
            ConnectionWords words,
            FacesContext context) {
        this.deliveries = deliveries;
        this.worker = worker;
        this.page = page;
        this.words = words;
        Map<String, String> parameters = context.getExternalContext().getRequestParameterMap();
        this.failed = Boolean.parseBoolean(parameters.get("failed"));
        this.after = parameters.get("after");
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

    /** Lets all that failed be worked on again. */
    public void retryAll() {
        deliveries.retryAll(page.getId());
        worker.wake();
        refresh();
    }

    /** What was read to find out which button was pressed is old once the button has done its work. */
    public void refresh() {
        list = null;
        failures = null;
    }

    /** How many failed and can be tried again. */
    public long getFailures() {
        if (failures == null) {
            failures = deliveries.failures(page.getId());
        }
        return failures;
    }

    /** The page that the address asks for; one that is not there is the first. */
    public Deliveries.Page getList() {
        return asked().list();
    }

    private AskedPage<Deliveries.Page> asked() {
        if (list == null) {
            list = AskedPage.read(
                    after, cursor -> deliveries.of(page.getId(), failed, cursor, ROWS), Deliveries.Page::rows);
        }
        return list;
    }

    public boolean isFailed() {
        return failed;
    }

    /** Null on the first page. */
    public String getAfter() {
        return asked().after();
    }

    public Paging getPaging() {
        FilterQuery query = FilterQuery.NONE.with("id", page.getId()).with("failed", failed ? true : null);
        return new Paging(query, "connection.xhtml", getAfter(), getList().next());
    }
}
