package org.answerloop.web.knowledge;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.answer.application.AnswerCatalogue;
import org.answerloop.answer.application.AnswerSearch;
import org.answerloop.answer.model.FoundAnswer;
import org.answerloop.gap.application.Proofs;
import org.answerloop.gap.application.Topics;
import org.answerloop.gap.model.Passage;
import org.answerloop.gap.model.Proof;
import org.answerloop.gap.model.TopicRow;
import org.answerloop.settings.Settings;
import org.answerloop.web.preference.Preferences;

/** What the answer to a topic can be made of, and in which languages. */
@Named
@RequestScoped
public class TopicMaterial {

    private static final int SIMILAR = 3;

    private Topics topics;
    private Proofs proofs;
    private AnswerSearch search;
    private AnswerCatalogue catalogue;
    private Settings settings;
    private Locale locale;
    private TopicPage page;
    private List<Passage> passages;
    private List<FoundAnswer> similar;

    /** Null until it is asked for. */
    private Optional<Proof> proof;

    /** For the proxy. */
    protected TopicMaterial() {}

    @Inject
    public TopicMaterial(
            Topics topics,
            Proofs proofs,
            AnswerSearch search,
            AnswerCatalogue catalogue,
            Settings settings,
            Preferences preferences,
            TopicPage page) {
        this.topics = topics;
        this.proofs = proofs;
        this.search = search;
        this.catalogue = catalogue;
        this.settings = settings;
        this.locale = preferences.getLocale();
        this.page = page;
    }

    /** What teammates wrote to the visitors who asked. */
    public List<Passage> getPassages() {
        if (passages == null) {
            passages = topics.passages(topic().id());
        }
        return passages;
    }

    /** Published short answers that say nearly this already. */
    public List<FoundAnswer> getSimilar() {
        if (similar == null) {
            similar = search.similar(topic().title(), topic().language(), SIMILAR);
        }
        return similar;
    }

    /** What came of the answer; null where there is none. */
    public Proof getProof() {
        if (proof == null) {
            proof = proofs.ofTopic(topic().id());
        }
        return proof.orElse(null);
    }

    /** The languages that an answer can be written in: the topic's first. */
    public Set<String> getLanguages() {
        Set<String> languages = new LinkedHashSet<>();
        languages.add(page.answerLanguage());
        languages.add(locale.getLanguage());
        languages.addAll(catalogue.choices().languages());
        return languages;
    }

    /** Whether another editor has to publish what is written here. */
    public boolean isByTwo() {
        return settings.answersByTwo();
    }

    private TopicRow topic() {
        return page.getDetail().row();
    }
}
