package org.answerloop.system.inside;

import java.util.Optional;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.answerloop.embedding.application.EmbeddingModel;
import org.answerloop.embedding.model.Embedder;
import org.answerloop.gap.application.FinenessTables;
import org.answerloop.gap.application.GroupQuestions;
import org.answerloop.gap.application.GroupingStore;
import org.answerloop.gap.application.GroupingTables;
import org.answerloop.gap.application.GroupingTurns;
import org.answerloop.gap.application.QuestionsToGroup;
import org.answerloop.pace.Rest;

/** Servers that group questions beside the one that runs the test, on the same database. */
@Dependent
class GroupingServers {

    @Inject
    private GroupingTurns turns;

    @Inject
    private QuestionsToGroup questions;

    @Inject
    private GroupingTables tables;

    @Inject
    private FinenessTables fineness;

    @Inject
    private EmbeddingModel model;

    @Inject
    private Rest rest;

    GroupQuestions server(String name) {
        return server(name, GroupQuestions.ROOM);
    }

    /** @param room for so many wordings in its memory */
    GroupQuestions server(String name, int room) {
        return new GroupQuestions(name, store(), model.embedder(), rest, room);
    }

    /** Which dies when it has understood so many questions. */
    GroupQuestions dying(String name, int questions) {
        Embedder embedder = new DyingEmbedder(model.embedder().orElseThrow(), questions);
        return new GroupQuestions(name, store(), Optional.of(embedder), rest, GroupQuestions.ROOM);
    }

    private GroupingStore store() {
        return new GroupingStore(turns, questions, tables, fineness);
    }
}
