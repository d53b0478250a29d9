package org.answerloop.imports.application;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.EventResult;
import org.answerloop.event.model.Problem;
import org.answerloop.imports.application.ImportResult.ImportProblem;
import org.answerloop.imports.model.ImportedConversation;

/** One file on its way in: gathers events to batches, sends them, and counts what became of them. */
final class ImportRun {

    private static final int BATCH = 1_000;

    private final Function<List<EventDocument>, List<EventResult>> intake;
    private final List<EventDocument> batch = new ArrayList<>();
    private final List<Integer> conversationOfEvent = new ArrayList<>();
    private final List<ImportProblem> problems = new ArrayList<>();
    private int conversations;
    private int unreadable;
    private long accepted;
    private long duplicates;
    private long rejected;

    ImportRun(Function<List<EventDocument>, List<EventResult>> intake) {
        this.intake = intake;
    }

    void add(ImportedConversation conversation) {
        if (conversation.isReadable()) {
            conversations++;
        } else {
            unreadable++;
        }
        conversation.problems().forEach(problem -> note(conversation.index(), null, problem));
        for (EventDocument event : conversation.events()) {
            batch.add(event);
            conversationOfEvent.add(conversation.index());
        }
        if (batch.size() >= BATCH) {
            send();
        }
    }

    private void send() {
        List<EventResult> results = intake.apply(List.copyOf(batch));
        for (int i = 0; i < results.size(); i++) {
            EventResult result = results.get(i);
            switch (result.status()) {
                case ACCEPTED -> accepted++;
                case DUPLICATE -> duplicates++;
                case REJECTED -> {
                    rejected++;
                    note(conversationOfEvent.get(i), result.id(), result.problem());
                }
            }
        }
        batch.clear();
        conversationOfEvent.clear();
    }

    private void note(int conversation, String event, Problem problem) {
        if (problems.size() < ImportResult.MOST_PROBLEMS) {
            problems.add(new ImportProblem(conversation, event, problem));
        }
    }

    ImportResult finish() {
        if (!batch.isEmpty()) {
            send();
        }
        return new ImportResult(conversations, unreadable, accepted, duplicates, rejected, List.copyOf(problems));
    }
}
