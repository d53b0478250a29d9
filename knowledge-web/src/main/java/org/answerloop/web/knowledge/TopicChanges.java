package org.answerloop.web.knowledge;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.gap.application.TopicDrafts;
import org.answerloop.gap.application.TopicWorkflow;
import org.answerloop.gap.model.TopicRefusedException;

/** What is done to a topic as a whole, on its page. */
@Named
@RequestScoped
public class TopicChanges {

    private TopicWorkflow workflow;
    private TopicDrafts drafts;
    private TopicPage page;
    private TopicOutcome outcome;
    private List<Long> merged;
    private List<Long> answers;

    /** For the proxy. */
    protected TopicChanges() {}

    @Inject
    public TopicChanges(
            TopicWorkflow workflow, TopicDrafts drafts, TopicPage page, TopicOutcome outcome, FacesContext context) {
        this.workflow = workflow;
        this.drafts = drafts;
        this.page = page;
        this.outcome = outcome;
        Map<String, String[]> parameters = context.getExternalContext().getRequestParameterValuesMap();
        this.merged = TopicOutcome.numbers(parameters.get("merged"));
        this.answers = TopicOutcome.numbers(parameters.get("answer"));
    }

    /** Writes the short answer, which resolves the topic. */
    public void createAndResolve() {
        outcome.of(TopicDeed.RESOLVED, () -> {
            drafts.resolve(id(), version(), page.getForm().written());
            page.getForm().getAnswer().setText(null);
        });
    }

    /** Keeps the short answer as it is so far; the topic stays open. */
    public void saveDraft() {
        outcome.of(
                TopicDeed.DRAFT_SAVED,
                () -> drafts.save(id(), version(), page.getForm().written()));
    }

    /** An answer that is there already resolves the topic. */
    public void resolveWith() {
        outcome.of(TopicDeed.RESOLVED, () -> workflow.resolveWith(id(), version(), answer()));
    }

    private long answer() {
        return answers.stream()
                .findFirst()
                .orElseThrow(() -> new TopicRefusedException(TopicRefusedException.Reason.ANSWER));
    }

    public void dismiss() {
        String reason = page.getForm().getReason();
        outcome.of(TopicDeed.DISMISSED, () -> workflow.dismiss(id(), version(), reason));
    }

    public void restore() {
        outcome.of(TopicDeed.RESTORED, () -> workflow.restore(id(), version()));
    }

    public void rename() {
        String title = page.getForm().getTitle();
        outcome.of(TopicDeed.RENAMED, () -> workflow.rename(id(), version(), title));
    }

    public void snooze() {
        outcome.of(TopicDeed.SNOOZED, () -> workflow.snooze(id(), version(), date()));
    }

    private LocalDate date() {
        try {
            return LocalDate.parse(String.valueOf(page.getForm().getUntil()).strip());
        } catch (DateTimeParseException malformed) {
            throw new TopicRefusedException(TopicRefusedException.Reason.DATE);
        }
    }

    public void wake() {
        outcome.of(TopicDeed.WOKEN, () -> workflow.wake(id(), version()));
    }

    public void reopen() {
        outcome.of(TopicDeed.REOPENED, () -> workflow.reopen(id(), version()));
    }

    /** The questions of the topics that are ticked come into this one. */
    public void merge() {
        outcome.of(TopicDeed.MERGED, () -> workflow.merge(id(), version(), merged));
    }

    private long id() {
        return page.getDetail().row().id();
    }

    private long version() {
        return page.getForm().getVersion();
    }
}
