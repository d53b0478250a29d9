package org.answerloop.web.knowledge;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.gap.application.TopicWorkflow;
import org.answerloop.gap.application.Topics;
import org.answerloop.gap.model.TopicRefusedException;

/** What is done to the topics that were ticked in the list: each on its own, so that one that is refused stops no other. */
@Named
@RequestScoped
public class TopicsBulk {

    private Topics topics;
    private TopicWorkflow workflow;
    private Refusals refusals;
    private TopicWording wording;
    private Words words;
    private GapsPage page;
    private List<ChosenTopic> chosen;
    private List<ChosenTopic> undoable;
    private String undone;
    private String reason;
    private String until;
    private TopicDeed deed;
    private int changed;
    private final List<String> refused = new ArrayList<>();

    /** For the proxy. */
    protected TopicsBulk() {}

    @Inject
    public TopicsBulk(
            Topics topics,
            TopicWorkflow workflow,
            Refusals refusals,
            TopicWording wording,
            Words words,
            GapsPage page,
            FacesContext context) {
        this.topics = topics;
        this.workflow = workflow;
        this.refusals = refusals;
        this.wording = wording;
        this.words = words;
        this.page = page;
        Map<String, String[]> parameters = context.getExternalContext().getRequestParameterValuesMap();
        this.chosen = ChosenTopic.read(parameters.get("topic"));
        this.undoable = ChosenTopic.read(parameters.get("undoable"));
        this.undone = parameters.containsKey("undoableDeed") ? parameters.get("undoableDeed")[0] : null;
    }

    public void dismiss() {
        each(TopicDeed.DISMISSED, chosen, topic -> workflow.dismiss(topic.id(), topic.version(), reason));
    }

    public void restore() {
        each(TopicDeed.RESTORED, chosen, topic -> workflow.restore(topic.id(), topic.version()));
    }

    public void snooze() {
        each(TopicDeed.SNOOZED, chosen, topic -> workflow.snooze(topic.id(), topic.version(), date()));
    }

    public void wake() {
        each(TopicDeed.WOKEN, chosen, topic -> workflow.wake(topic.id(), topic.version()));
    }

    public void reopen() {
        each(TopicDeed.REOPENED, chosen, topic -> workflow.reopen(topic.id(), topic.version()));
    }

    /** Their questions come into the first of them, the costliest. */
    public void merge() {
        List<Long> others = chosen.stream().skip(1).map(ChosenTopic::id).toList();
        each(
                TopicDeed.MERGED,
                chosen.subList(0, Math.min(1, chosen.size())),
                first -> workflow.merge(first.id(), first.version(), others));
    }

    /** Takes back what was just done, unless somebody else has done something since. */
    public void undo() {
        if (TopicDeed.DISMISSED.name().equals(undone)) {
            each(TopicDeed.RESTORED, undoable, topic -> workflow.restore(topic.id(), topic.version()));
        } else if (TopicDeed.SNOOZED.name().equals(undone)) {
            each(TopicDeed.WOKEN, undoable, topic -> workflow.wake(topic.id(), topic.version()));
        }
    }

    private void each(TopicDeed what, List<ChosenTopic> which, Consumer<ChosenTopic> change) {
        page.reread();
        deed = what;
        undoable = new ArrayList<>();
        if (which.isEmpty()) {
            refused.add(words.of("topic.refused.NOTHING"));
        }
        for (ChosenTopic topic : which) {
            String refusal = refusals.of(() -> change.accept(topic));
            if (refusal == null) {
                changed++;
                topics.find(topic.id()).map(now -> ChosenTopic.of(now.row())).ifPresent(undoable::add);
            } else {
                refused.add(words.of("gaps.refused", title(topic), refusal));
            }
        }
    }

    private String title(ChosenTopic topic) {
        return topics.find(topic.id())
                .map(found -> wording.title(found.row()))
                .orElseGet(() -> words.of("topic.untitled"));
    }

    private LocalDate date() {
        try {
            return LocalDate.parse(String.valueOf(until).strip());
        } catch (DateTimeParseException malformed) {
            throw new TopicRefusedException(TopicRefusedException.Reason.DATE);
        }
    }

    /** What was done, in a sentence; null where nothing was. */
    public String getDone() {
        return changed == 0 ? null : words.of("gaps.done." + deed, changed);
    }

    /** Why something was not done, a sentence for each topic. */
    public List<String> getRefused() {
        return refused;
    }

    /** Whether one click takes it back: what was just done, or what the form that has come says was done before. */
    public boolean isUndoOffered() {
        return deed == null ? !undoable.isEmpty() : changed > 0 && deed.isUndoable();
    }

    /** What was just done; null where nothing was. */
    public TopicDeed getDeed() {
        return deed;
    }

    /** The topics of which it can be taken back. */
    public List<ChosenTopic> getUndoable() {
        return undoable;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    /** As ISO 8601 writes a date. */
    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }
}
