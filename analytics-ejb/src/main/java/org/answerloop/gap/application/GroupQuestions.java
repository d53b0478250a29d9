package org.answerloop.gap.application;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.answerloop.embedding.model.Embedder;
import org.answerloop.gap.application.GroupingTurns.Turn;
import org.answerloop.gap.model.QuestionLanguage;
import org.answerloop.gap.model.Regrouping;
import org.answerloop.pace.Rest;

/**
 * Groups the questions that have come, where it is this server's turn. What it holds in memory can be built again from the
 * tables at any time, and is, whenever another server has had the turn or something failed: what counts is what
 * the tables say. For one thread.
 */
public final class GroupQuestions {

    /** So many are written in one transaction. */
    private static final int CHUNK = 50;

    private static final int PAGE = 1_000;

    /** Finding the neighbours of so many takes half a second where there are very many. */
    private static final int STEP = 500;

    private final String owner;
    private final GroupingTurns turns;
    private final GroupingTables tables;
    private final Optional<Embedder> embedder;
    private final Rest rest;
    private Map<String, LanguageTopics> languages;

    /**
     * @param owner who has the turn
     * @param embedder nothing where there is none for this platform
     * @param rest taken while many questions wait
     */
    public GroupQuestions(
            String owner, GroupingTurns turns, GroupingTables tables, Optional<Embedder> embedder, Rest rest) {
        this.owner = owner;
        this.turns = turns;
        this.tables = tables;
        this.embedder = embedder;
        this.rest = rest;
    }

    /**
     * Groups until nothing is left to be done.
     *
     * @return how many questions it put into a topic or forgot; none where it is another server's turn
     */
    public int run() {
        try {
            Turn turn = turns.take(owner);
            if (turn == Turn.OF_ANOTHER) {
                languages = null;
                return 0;
            }
            if (turn == Turn.TAKEN || languages == null) {
                readTables();
            }
            return workOff();
        } catch (RuntimeException e) {
            languages = null;
            throw e;
        }
    }

    private int workOff() {
        int worked = 0;
        boolean caughtUp = false;
        List<DueQuestion> due = tables.due(CHUNK, model());
        while (!due.isEmpty() || !caughtUp) {
            long began = System.nanoTime();
            group(due);
            worked += due.size();
            caughtUp = catchUp();
            if (caughtUp) {
                regroup(LanguageTopics::isDue);
            }
            keepTurn();
            if (due.size() >= CHUNK) {
                rest.after(System.nanoTime() - began);
            }
            due = tables.due(CHUNK, model());
        }
        regroup(LanguageTopics::isWorthIt);
        each(LanguageTopics::isTouched, topics -> keep(topics, Regrouping.NONE));
        return worked;
    }

    private void group(List<DueQuestion> due) {
        if (due.isEmpty()) {
            return;
        }
        List<Long> ids = due.stream().map(DueQuestion::id).toList();
        // What is known of them is not true any more.
        Set<Long> orphans = forget(ids);
        ids.forEach(orphans::remove);
        List<GroupedQuestion> grouped = due.stream()
                .filter(question -> question.question() != null)
                .map(this::group)
                .toList();
        orphans.addAll(tables.keep(owner, model(), due, grouped));
        readAnew(orphans);
    }

    private GroupedQuestion group(DueQuestion question) {
        return question.stays()
                ? language(question.topicLanguage()).place(question)
                : language(QuestionLanguage.of(question.language())).assign(question);
    }

    /** @return other questions that were known through these alone */
    private Set<Long> forget(Collection<Long> questions) {
        Set<Long> orphans = new LinkedHashSet<>();
        questions.forEach(question -> languages.values().forEach(topics -> orphans.addAll(topics.forget(question))));
        return orphans;
    }

    private void regroup(Predicate<LanguageTopics> when) {
        each(when, topics -> keep(topics, topics.regroup()));
    }

    private void keep(LanguageTopics topics, Regrouping regrouping) {
        LanguageTopics.Names names = topics.names(tables::texts);
        readAnew(tables.keep(owner, topics.language(), regrouping, names.begun(), names.renamed()));
    }

    private void each(Predicate<LanguageTopics> which, Consumer<LanguageTopics> action) {
        languages.values().stream().filter(which).forEach(action);
    }

    private boolean catchUp() {
        boolean all = true;
        for (LanguageTopics topics : languages.values()) {
            all &= topics.catchUp(STEP);
        }
        return all;
    }

    private void readTables() {
        languages = new HashMap<>();
        List<KnownQuestion> page = tables.known(0, PAGE, model());
        while (!page.isEmpty()) {
            page.forEach(this::restore);
            keepTurn();
            page = tables.known(page.get(page.size() - 1).id(), PAGE, model());
        }
    }

    /** What the tables say of these questions is not what is in memory. */
    private void readAnew(Collection<Long> questions) {
        Set<Long> unknown = forget(questions);
        unknown.addAll(questions);
        tables.known(unknown, model()).forEach(this::restore);
    }

    private void restore(KnownQuestion question) {
        language(question.language()).restore(question);
    }

    private void keepTurn() {
        if (turns.take(owner) != Turn.KEPT) {
            throw new LostTurnException();
        }
    }

    private LanguageTopics language(String language) {
        return languages.computeIfAbsent(language, name -> new LanguageTopics(name, embedder, tables::newTopic));
    }

    private String model() {
        return embedder.map(Embedder::model).orElse("");
    }
}
