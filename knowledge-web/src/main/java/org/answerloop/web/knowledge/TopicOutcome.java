package org.answerloop.web.knowledge;

import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What came of what was done on the page of a topic, and how it is taken back. */
@Named
@RequestScoped
public class TopicOutcome {

    private TopicPage page;
    private Refusals refusals;
    private Words words;
    private List<Long> undoable;
    private String undone;
    private boolean typed;
    private boolean sent;
    private TopicDeed deed;
    private int changed;
    private String refusal;

    /** For the proxy. */
    protected TopicOutcome() {}

    @Inject
    public TopicOutcome(TopicPage page, Refusals refusals, Words words, FacesContext context) {
        this.page = page;
        this.refusals = refusals;
        this.words = words;
        Map<String, String[]> parameters = context.getExternalContext().getRequestParameterValuesMap();
        this.undoable = numbers(parameters.get("undoable"));
        this.undone = parameters.containsKey("undoableDeed") ? parameters.get("undoableDeed")[0] : null;
        this.sent = context.isPostback();
        this.typed = parameters.containsKey("text") && !parameters.get("text")[0].isBlank();
    }

    /** @param values of fields; null where there are none, and what is no number is left out */
    static List<Long> numbers(String[] values) {
        return Stream.of(values == null ? new String[0] : values)
                .filter(digits -> digits.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .toList();
    }

    /** Does something that may be refused, to the topic. */
    void of(TopicDeed what, Runnable change) {
        of(what, List.of(), () -> {
            change.run();
            return 1;
        });
    }

    /**
     * Does something that may be refused, to questions.
     *
     * @param which the questions
     * @param change returns how many it changed
     */
    void of(TopicDeed what, List<Long> which, IntSupplier change) {
        refusal = refusals.of(() -> changed = change.getAsInt());
        undoable = which;
        page.reread(refusal != null || what == TopicDeed.RESOLVED || what == TopicDeed.DRAFT_SAVED);
        deed = what == TopicDeed.RESOLVED && page.isWaitingForPublication() ? TopicDeed.DRAFTED : what;
    }

    /** Whether that is what the form says was done before, so that it can be taken back. */
    boolean isUndone(TopicDeed what) {
        return what.name().equals(undone);
    }

    /** What was done, in a sentence; null where nothing was. */
    public String getDone() {
        return deed == null || refusal != null ? null : words.of("topic.done." + deed, changed);
    }

    /** Why something was not done; null where nothing was refused. */
    public String getRefusal() {
        return refusal;
    }

    /** Whether one click takes it back: what was just done, or what the form that has come says was done before. */
    public boolean isUndoOffered() {
        return deed == null ? undone != null : refusal == null && deed.isUndoable();
    }

    /** What was just done, or was to be; null where nothing was. */
    public TopicDeed getDeed() {
        return deed;
    }

    /** The questions of which it can be taken back. */
    public List<Long> getUndoable() {
        return undoable;
    }

    /**
     * Whether a button of the form that has come is still to be told from the others. All of them are there until then: the
     * one that was pressed may belong to a state in which the topic is no longer, and the service says so.
     */
    public boolean isAwaited() {
        return sent && deed == null;
    }

    /** Whether what was typed is shown though the topic is settled: somebody else was faster. */
    public boolean isKeeping() {
        boolean answered = refusal == null && (deed == TopicDeed.RESOLVED || deed == TopicDeed.DRAFTED);
        return typed && !answered && !page.getStanding().isOpen();
    }
}
