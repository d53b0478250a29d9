package org.answerloop.web.reporting;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.view.application.SavedViews;
import org.answerloop.view.application.SavedViews.View;
import org.answerloop.view.model.SavedView;
import org.answerloop.view.model.UnusableViewException;

/** The views that a person has kept, as the reports page offers them. */
@Named
@RequestScoped
public class ViewsPart {

    private static final Logger LOGGER = System.getLogger(ViewsPart.class.getName());

    /** The parameter that says why something could not be done. */
    static final String PROBLEM = "problem";

    private SavedViews savedViews;
    private FilterParameters parameters;
    private Texts texts;

    private List<View> views;
    private String problem;

    /** For the proxy. */
    protected ViewsPart() {}

    /** What the part is made with. */
    @Inject
    public ViewsPart(SavedViews savedViews, FilterParameters parameters, Texts texts) {
        this.savedViews = savedViews;
        this.parameters = parameters;
        this.texts = texts;
    }

    /** All of them, by name; none where they cannot be had, for the reports are worth more. */
    public List<View> getViews() {
        if (views == null) {
            try {
                views = savedViews.list();
            } catch (RuntimeException failed) {
                LOGGER.log(Level.ERROR, "The reports page is without its saved views", failed);
                views = List.of();
            }
        }
        return views;
    }

    /** Where a view opens. */
    public String address(View view) {
        return FilterParameters.read(view.query()).on(Addresses.REPORTS);
    }

    /** Whether the page shows just this view. */
    public boolean shows(View view) {
        return view.query().equals(getQuery());
    }

    /** The name of the view that the page shows; empty where it shows none. */
    public String getOpen() {
        return getViews().stream()
                .filter(this::shows)
                .map(View::name)
                .findFirst()
                .orElse("");
    }

    /** What a view of this page would keep. */
    public String getQuery() {
        return parameters.toQuery().text();
    }

    public int getLongestName() {
        return SavedView.NAME;
    }

    /** Why the last wish was not carried out; empty where it was. */
    public String getRefusal() {
        return reason().map(reason -> texts.of("views.refused." + reason, SavedView.NAME, SavedView.MOST))
                .orElse("");
    }

    private Optional<UnusableViewException.Reason> reason() {
        return Stream.of(UnusableViewException.Reason.values())
                .filter(reason -> reason.name().equals(problem))
                .findFirst();
    }

    public String getProblem() {
        return problem;
    }

    public void setProblem(String problem) {
        this.problem = problem;
    }
}
