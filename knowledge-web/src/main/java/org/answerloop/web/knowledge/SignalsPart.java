package org.answerloop.web.knowledge;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.event.application.Quarantine;
import org.answerloop.event.model.SourceActivity;
import org.answerloop.gap.application.Derivations;
import org.answerloop.gap.model.DerivationRule;
import org.answerloop.gap.model.Signal;

/** Of which sources questions are derived that they do not report themselves. */
@Named
@RequestScoped
public class SignalsPart {

    private Derivations derivations;
    private Quarantine intake;
    private List<DerivationRule> rules;

    /** For the proxy. */
    protected SignalsPart() {}

    @Inject
    public SignalsPart(Derivations derivations, Quarantine intake) {
        this.derivations = derivations;
        this.intake = intake;
    }

    /** Of every source that ever sent something, by its name. */
    public List<DerivationRule> getRules() {
        if (rules == null) {
            rules = derivations.of(intake.sources().stream()
                    .map(SourceActivity::source)
                    .filter(source -> !source.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new)));
        }
        return rules;
    }

    public boolean isGoingThrough() {
        return derivations.isGoingThrough();
    }

    /** Derives questions of the source by this signal from now on, or no more. */
    public void decide(String source, String signal, boolean on) {
        DerivationRule rule = derivations.of(List.of(source)).get(0);
        derivations.decide(rule.with(Signal.valueOf(signal), on));
        rules = null;
    }
}
