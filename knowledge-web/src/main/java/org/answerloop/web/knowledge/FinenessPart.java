package org.answerloop.web.knowledge;

import java.util.Arrays;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.gap.application.TopicFineness;
import org.answerloop.gap.model.Fineness;
import org.answerloop.gap.model.FinenessPreview;

/** How fine topics are, and what another fineness would change. */
@Named
@RequestScoped
public class FinenessPart {

    private TopicFineness topics;
    private Fineness current;
    private FinenessPreview preview;
    private boolean read;
    private boolean decided;

    /** For the proxy. */
    protected FinenessPart() {}

    @Inject
    public FinenessPart(TopicFineness topics) {
        this.topics = topics;
    }

    public Fineness getCurrent() {
        if (current == null) {
            current = topics.current();
        }
        return current;
    }

    public List<Fineness> getChoices() {
        return Arrays.asList(Fineness.values());
    }

    /** Null where none was asked for since the fineness was decided. */
    public FinenessPreview getPreview() {
        if (!read) {
            preview = topics.preview().orElse(null);
            read = true;
        }
        return preview;
    }

    /** Has the effect found out. */
    public void ask(String fineness) {
        topics.ask(Fineness.valueOf(fineness));
        read = false;
    }

    public void decide(String fineness) {
        topics.decide(Fineness.valueOf(fineness));
        current = null;
        read = false;
        decided = true;
    }

    public boolean isDecided() {
        return decided;
    }
}
