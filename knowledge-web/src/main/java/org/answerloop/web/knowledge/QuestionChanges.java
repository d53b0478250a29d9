package org.answerloop.web.knowledge;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.gap.application.TopicWorkflow;
import org.answerloop.gap.application.Topics;
import org.answerloop.gap.model.TopicRefusedException;

/** What is done to the questions of a topic that are ticked; where the box at the head of the table is, to the topic. */
@Named
@RequestScoped
public class QuestionChanges {

    private TopicWorkflow workflow;
    private Topics topics;
    private TopicPage page;
    private TopicChanges topic;
    private TopicOutcome outcome;
    private boolean whole;
    private List<Long> ticked;
    private List<Long> targets;

    /** For the proxy. */
    protected QuestionChanges() {}

    @Inject
    public QuestionChanges(
            TopicWorkflow workflow,
            Topics topics,
            TopicPage page,
            TopicChanges topic,
            TopicOutcome outcome,
            FacesContext context) {
        this.workflow = workflow;
        this.topics = topics;
        this.page = page;
        this.topic = topic;
        this.outcome = outcome;
        Map<String, String[]> parameters = context.getExternalContext().getRequestParameterValuesMap();
        this.whole = parameters.containsKey("all");
        this.ticked = TopicOutcome.numbers(parameters.get("asked"));
        this.targets = TopicOutcome.numbers(parameters.get("target"));
    }

    public void dismiss() {
        if (whole) {
            topic.dismiss();
        } else {
            String reason = page.getForm().getReason();
            outcome.of(TopicDeed.QUESTIONS_DISMISSED, ticked, () -> workflow.dismissQuestions(id(), ticked, reason));
        }
    }

    public void restore() {
        restore(ticked);
    }

    private void restore(List<Long> questions) {
        outcome.of(TopicDeed.QUESTIONS_RESTORED, questions, () -> workflow.restoreQuestions(id(), questions));
    }

    /** They become a topic of their own, which is shown. */
    public void split() {
        String title = page.getForm().getSplitTitle();
        outcome.of(TopicDeed.SPLIT, () -> {
            if (whole) {
                throw new TopicRefusedException(TopicRefusedException.Reason.ALL_OF_IT);
            }
            page.leadTo(workflow.split(id(), page.getForm().getVersion(), ticked, title));
        });
    }

    /** They go into another topic; where that is all of this one, that topic is shown. */
    public void move() {
        outcome.of(TopicDeed.MOVED, ticked, () -> {
            long target = targets.stream()
                    .findFirst()
                    .orElseThrow(() -> new TopicRefusedException(TopicRefusedException.Reason.NOTHING));
            if (whole) {
                workflow.merge(target, version(target), List.of(id()));
                page.leadTo(target);
            } else {
                workflow.move(ticked, target);
            }
            return ticked.size();
        });
    }

    private long version(long target) {
        return topics.find(target)
                .map(found -> found.row().standing().version())
                .orElseThrow(() -> new TopicRefusedException(TopicRefusedException.Reason.UNKNOWN));
    }

    /** Takes back what was just done, unless somebody else has done something since. */
    public void undo() {
        if (outcome.isUndone(TopicDeed.QUESTIONS_DISMISSED)) {
            restore(outcome.getUndoable());
        } else if (outcome.isUndone(TopicDeed.DISMISSED)) {
            topic.restore();
        } else if (outcome.isUndone(TopicDeed.SNOOZED)) {
            topic.wake();
        }
    }

    private long id() {
        return page.getDetail().row().id();
    }
}
