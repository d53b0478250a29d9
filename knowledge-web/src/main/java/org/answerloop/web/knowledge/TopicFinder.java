package org.answerloop.web.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.gap.application.Topics;
import org.answerloop.gap.model.TopicFilter;
import org.answerloop.gap.model.TopicRow;
import org.answerloop.gap.model.TopicSelection;

/** Finds other topics of the same language, to merge with this one or to move questions to. */
@Named
@RequestScoped
public class TopicFinder {

    private static final int MOST = 10;

    private Topics topics;
    private TopicPage page;
    private final Map<String, String> words = new HashMap<>();

    /** For the proxy. */
    protected TopicFinder() {}

    @Inject
    public TopicFinder(Topics topics, TopicPage page) {
        this.topics = topics;
        this.page = page;
    }

    /** What each field of the page searches for. */
    public Map<String, String> getWords() {
        return words;
    }

    /** Whether anything is searched for in that field. */
    public boolean isSearching(String field) {
        return words.get(field) != null && !words.get(field).isBlank();
    }

    /** The costliest first. */
    public List<TopicRow> found(String field) {
        if (!isSearching(field)) {
            return List.of();
        }
        TopicRow here = page.getDetail().row();
        TopicFilter filter =
                new TopicFilter(TopicSelection.ALL, here.language(), null, null, null, null, words.get(field));
        return topics.list(filter, null, MOST + 1).rows().stream()
                .filter(topic -> topic.id() != here.id())
                .limit(MOST)
                .toList();
    }
}
