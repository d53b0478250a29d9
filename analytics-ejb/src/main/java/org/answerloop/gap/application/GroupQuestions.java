package org.answerloop.gap.application;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** So many wordings are held in memory, of about a kilobyte each. */
    public static final int ROOM = 100_000;

    /** So many are written in one transaction. */
    private static final int CHUNK = 50;

    private static final int PAGE = 1_000;

    /** Of its time, while many wait: they came with many events, whose intake needs the processors more. */
    private static final double LEAST = 0.1;

    /** Finding the neighbours of so many takes a quarter of a second where there are very many. */
    private static final int STEP = 250;

    private final String owner;
    private final GroupingStore store;
    private final QuestionsToGroup questions;
    private final GroupingTables tables;
    private final Optional<Embedder> embedder;
    private final Rest rest;
    private final int room;
    private TopicsInMemory held;

    /**
     * @param owner who has the turn
     * @param embedder nothing where there is none for this platform
     * @param rest taken while there is much to do
     * @param room how many wordings are held in memory
     */
    public GroupQuestions(String owner, GroupingStore store, Optional<Embedder> embedder, Rest rest, int room) {
        this.owner = owner;
        this.store = store;
        this.questions = store.questions();
        this.tables = store.tables();
        this.embedder = embedder;
        this.rest = rest;
        this.room = room;
    }

    /**
     * Groups until nothing is left to be done.
     *
     * @return how many questions it put into a topic or forgot; none where it is another server's turn
     */
    public int run() {
        try {
            Turn turn = store.turns().take(owner);
            if (turn == Turn.OF_ANOTHER) {
                held = null;
                return 0;
            }
            if (turn == Turn.TAKEN || held == null) {
                readTables();
            }
            held.regard(store.fineness().wanted());
            int worked = workOff();
            store.fineness().asked().ifPresent(fineness -> store.fineness().keep(fineness, held.effect(fineness)));
            return worked;
        } catch (RuntimeException e) {
            held = null;
            throw e;
        }
    }

    private int workOff() {
        int worked = 0;
        boolean caughtUp = false;
        List<DueQuestion> due = questions.due(CHUNK, model());
        while (!due.isEmpty() || !caughtUp) {
            long began = System.nanoTime();
            group(due);
            worked += due.size();
            caughtUp = held.catchUp(STEP);
            if (caughtUp) {
                regroup(LanguageTopics::isDue);
                caughtUp = !makeRoom();
            }
            keepTurn();
            if (due.size() >= CHUNK || !caughtUp) {
                rest.after(System.nanoTime() - began, LEAST);
            }
            due = questions.due(CHUNK, model());
        }
        regroup(LanguageTopics::isWorthIt);
        held.each(LanguageTopics::isTouched, topics -> keep(topics, Regrouping.NONE));
        return worked;
    }

    private void group(List<DueQuestion> due) {
        if (due.isEmpty()) {
            return;
        }
        List<Long> ids = due.stream().map(DueQuestion::id).toList();
        // What is known of them is not true any more.
        Set<Long> unknown = held.forget(ids);
        List<GroupedQuestion> grouped = due.stream()
                .filter(question -> question.question() != null)
                .map(this::group)
                .toList();
        List<Long> changed = tables.keep(owner, model(), due, grouped);
        unknown.addAll(held.forget(changed));
        unknown.addAll(changed);
        takeIn(unknown);
    }

    private GroupedQuestion group(DueQuestion question) {
        return question.stays()
                ? held.of(question.topicLanguage()).place(question)
                : held.of(QuestionLanguage.of(question.language())).assign(question);
    }

    private void regroup(Predicate<LanguageTopics> when) {
        held.each(when, topics -> keep(topics, topics.regroup()));
    }

    private void keep(LanguageTopics topics, Regrouping regrouping) {
        LanguageTopics.Names names = topics.names(questions::texts);
        readAnew(tables.keep(owner, topics.language(), regrouping, names.begun(), names.renamed()));
    }

    /** What the tables say of these questions is not what is in memory. */
    private void readAnew(Collection<Long> changed) {
        Set<Long> unknown = held.forget(changed);
        unknown.addAll(changed);
        takeIn(unknown);
    }

    private void takeIn(Collection<Long> unknown) {
        questions.known(unknown, model()).forEach(held::restore);
    }

    /** @return whether all were read anew, for which some more than there is room for have to have come */
    private boolean makeRoom() {
        boolean crowded = held.size() > room + room / 4;
        if (crowded) {
            held.each(LanguageTopics::isTouched, topics -> keep(topics, Regrouping.NONE));
            readTables();
        }
        return crowded;
    }

    /**
     * Reads the questions that came last. Of a topic that was not asked about since, its last question is enough: others come to
     * it, but it is not made anew.
     */
    private void readTables() {
        held = new TopicsInMemory(embedder, store.fineness().wanted(), tables::newTopic);
        long before = Long.MAX_VALUE;
        List<KnownQuestion> page = questions.known(before, PAGE, model());
        while (!page.isEmpty() && held.size() < room) {
            for (int i = 0; i < page.size() && held.size() < room; i++) {
                held.restore(page.get(i));
                before = page.get(i).id();
            }
            keepTurn();
            page = questions.known(before, PAGE, model());
        }
        if (!page.isEmpty()) {
            List<Long> last = questions.lastOfTopics(before, room / 8);
            for (int from = 0; from < last.size(); from += PAGE) {
                questions
                        .known(last.subList(from, Math.min(from + PAGE, last.size())), model())
                        .forEach(question -> held.restore(question.asPlaced()));
                keepTurn();
            }
        }
    }

    private void keepTurn() {
        if (store.turns().take(owner) != Turn.KEPT) {
            throw new LostTurnException();
        }
    }

    private String model() {
        return embedder.map(Embedder::model).orElse("");
    }
}
