package org.answerloop.gap.application;

import java.util.UUID;
import java.util.concurrent.Semaphore;

import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.embedding.application.EmbeddingModel;
import org.answerloop.pace.Rest;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static java.lang.System.Logger.Level.WARNING;

/** Groups questions behind the scenes, on one thread of this server. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(NOT_SUPPORTED)
public class GroupingWorker {

    private static final System.Logger LOG = System.getLogger(GroupingWorker.class.getName());

    private final Semaphore thread = new Semaphore(1);
    private final String owner = UUID.randomUUID().toString();

    @Inject
    private EmbeddingModel model;

    @Inject
    private GroupingTurns turns;

    @Inject
    private QuestionsToGroup questions;

    @Inject
    private GroupingTables tables;

    @Inject
    private FinenessTables fineness;

    @Inject
    private Rest rest;

    private GroupQuestions grouping;

    /** Groups what has come, unless this server does so already. */
    public void wake() {
        if (!thread.tryAcquire()) {
            return;
        }
        try {
            model.load();
            if (grouping == null) {
                GroupingStore store = new GroupingStore(turns, questions, tables, fineness);
                grouping = new GroupQuestions(owner, store, model.embedder(), rest, GroupQuestions.ROOM);
            }
            grouping.run();
        } catch (RuntimeException e) {
            LOG.log(WARNING, "Questions could not be grouped; the tables are read anew and it is tried again.", e);
        } finally {
            thread.release();
        }
    }

    @PreDestroy
    void end() {
        turns.end(owner);
    }
}
