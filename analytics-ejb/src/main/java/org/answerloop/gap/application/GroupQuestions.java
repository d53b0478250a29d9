package org.answerloop.gap.application;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.answerloop.embedding.model.Embedder;
import org.answerloop.gap.application.GroupingTables.Turn;
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
    private final GroupingTables tables;
    private final Optional<Embedder> embedder;
    private final Rest rest;
    private Map<String, LanguageTopics> languages;

    /**
     * @param owner who has the turn
     * @param embedder nothing where there is none for this platform
     * @param rest taken while many questions wait
     */
    public GroupQuestions(String owner, GroupingTables tables, Optional<Embedder> embedder, Rest rest) {
        this.owner = owner;
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
            Turn turn = tables.takeTurn(owner);
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
        List<DueQuestion> due = tables.due(CHUNK);
        while (!due.isEmpty() || !caughtUp) {
            long began = System.nanoTime();
            group(due);
            worked += due.size();
            caughtUp = catchUp();
            if (caughtUp) {
                regroup(LanguageTopics::isDue);
            }
            keepTurn();
            if (due.size() == CHUNK) {
                rest.after(System.nanoTime() - began);
            }
            due = tables.due(CHUNK);
        }
        regroup(LanguageTopics::isWorthIt);
        each(LanguageTopics::isTouched, topics -> keep(topics, Regrouping.NONE));
        return worked;
    }

    private void group(List<DueQuestion> due) {
        List<GroupedQuestion> grouped = new ArrayList<>();
        List<Long> forgotten = new ArrayList<>();
        for (DueQuestion question : due) {
            if (question.question() == null) {
                forget(question.id());
                forgotten.add(question.id());
            } else {
                grouped.add(language(QuestionLanguage.of(question.language())).assign(question));
            }
        }
        if (!due.isEmpty()) {
            tables.keep(owner, model(), grouped, forgotten, this::forget);
        }
    }

    private void regroup(Predicate<LanguageTopics> when) {
        each(when, topics -> keep(topics, topics.regroup()));
    }

    private void keep(LanguageTopics topics, Regrouping regrouping) {
        LanguageTopics.Names names = topics.names(tables::texts);
        tables.keep(owner, topics.language(), regrouping, names.begun(), names.renamed());
    }

    private void each(Predicate<LanguageTopics> which, Consumer<LanguageTopics> action) {
        languages.values().stream().filter(which).forEach(action);
    }

    /** Where a question was redacted before its topic was written, no question has that topic: nothing is left of it. */
    private void forget(long question) {
        languages.values().forEach(topics -> topics.forget(question));
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
            page.forEach(question -> language(question.language()).restore(question));
            keepTurn();
            page = tables.known(page.get(page.size() - 1).id(), PAGE, model());
        }
    }

    private void keepTurn() {
        if (tables.takeTurn(owner) != Turn.KEPT) {
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
