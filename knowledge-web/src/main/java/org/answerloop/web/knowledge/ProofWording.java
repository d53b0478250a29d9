package org.answerloop.web.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.gap.application.Proofs;
import org.answerloop.gap.model.Proof;
import org.answerloop.web.preference.Preferences;
import org.answerloop.wording.Formats;

/** How it is shown whether an answer worked: the bars of its weeks, and its figures. */
@Named
@RequestScoped
public class ProofWording {

    private static final int BAR = 12;
    private static final int STEP = 15;
    private static final int HEIGHT = 56;

    /** What is not nothing is drawn at least so high; nothing is a line of one. */
    private static final int LEAST = 4;

    private Proofs proofs;
    private Formats formats;
    private ResourceBundle words;
    private final Map<Long, Optional<Proof>> ofTopics = new HashMap<>();

    /** For the proxy. */
    protected ProofWording() {}

    @Inject
    public ProofWording(Proofs proofs, Formats formats, Preferences preferences) {
        this.proofs = proofs;
        this.formats = formats;
        this.words = ResourceBundle.getBundle("org.answerloop.web.knowledge.knowledge", preferences.getLocale());
    }

    /** Whether the answer of a topic worked; null where it was not resolved with one. */
    public Proof ofTopic(long topic) {
        return ofTopics.computeIfAbsent(topic, proofs::ofTopic).orElse(null);
    }

    /** A week as it is drawn; {@code text} says it in words. */
    public record Bar(int x, int y, int height, String kind, String text) {}

    public List<Bar> bars(Proof proof) {
        List<Bar> bars = new ArrayList<>();
        for (Proof.Week week : proof.weeks()) {
            int height = week.questions() == 0
                    ? 1
                    : Math.max(LEAST, (int) Math.round((double) HEIGHT * week.questions() / proof.most()));
            String kind = week.questions() == 0 ? "proof-none" : week.before() ? "proof-before" : "proof-after";
            bars.add(new Bar(bars.size() * STEP, HEIGHT - height, height, kind, text(week)));
        }
        return bars;
    }

    private String text(Proof.Week week) {
        return formats.text(
                words.getString("proof.week"), formats.date(formats.localDate(week.from())), week.questions());
    }

    public int width(Proof proof) {
        return proof.weeks().size() * STEP - (STEP - BAR);
    }

    public int getHeight() {
        return HEIGHT;
    }

    public int getBar() {
        return BAR;
    }

    /** @param perWeek null where it is not known */
    public String perWeek(Double perWeek) {
        return perWeek == null ? Formats.NOTHING : formats.text(words.getString("proof.per.week"), perWeek);
    }

    public String rate(Proof.Cited cited) {
        return formats.percent(
                cited.resolutionRate().isPresent() ? cited.resolutionRate().getAsDouble() : null);
    }
}
