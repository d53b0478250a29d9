package org.answerloop.answer.application;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.answerloop.answer.model.PublishedAnswer;
import org.answerloop.embedding.application.EmbeddingModel;
import org.answerloop.embedding.model.Embedder;
import org.answerloop.embedding.model.StoredVector;
import org.answerloop.kernel.Sql;
import org.answerloop.pace.Rest;

/**
 * Asks the model behind the scenes what published answers mean, each once for all servers: what it said is stored. Until
 * then an answer is found by its words.
 */
@ApplicationScoped
public class UnderstandAnswers {

    private static final int PAGE = 100;

    /** Of its time, where very many were brought in: until then they are found by their words. */
    private static final double LEAST = 0.1;

    private final FailedMeanings failures = new FailedMeanings();

    private AnswerIndex index;
    private Supplier<Embedder> loading;
    private Rest rest;
    private Clock clock;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    /** For the container. */
    protected UnderstandAnswers() {}

    @Inject
    public UnderstandAnswers(AnswerIndex index, EmbeddingModel model, Rest rest, Clock clock) {
        this.index = index;
        this.rest = rest;
        this.clock = clock;
        this.loading = () -> {
            model.load();
            return model.embedder().orElse(null);
        };
    }

    public UnderstandAnswers(AnswerIndex index, Embedder embedder, DataSource dataSource, Clock clock) {
        this.index = index;
        this.clock = clock;
        this.loading = () -> embedder;
        this.rest = (worked, least) -> {};
        this.dataSource = dataSource;
    }

    /**
     * Goes on until all are understood on which the model does not fail; does nothing where there is no model for the
     * platform.
     */
    public void run() {
        Embedder embedder = loading.get();
        if (embedder == null) {
            return;
        }
        List<PublishedAnswer> page = waiting();
        while (!page.isEmpty()) {
            index.understand(meanings(page, embedder), embedder.everyday());
            page = waiting();
        }
    }

    private List<PublishedAnswer> waiting() {
        Instant now = clock.instant();
        return index.withoutMeaning(answer -> failures.isDue(answer, now), PAGE);
    }

    private Map<PublishedAnswer, float[]> meanings(List<PublishedAnswer> page, Embedder embedder) {
        Map<PublishedAnswer, float[]> meanings = stored(page, embedder.model());
        List<PublishedAnswer> unknown =
                page.stream().filter(answer -> !meanings.containsKey(answer)).toList();
        long began = System.nanoTime();
        Map<PublishedAnswer, float[]> fresh = ask(unknown, embedder);
        keep(fresh, embedder.model());
        if (unknown.size() == PAGE) {
            // Very many were brought in: they can wait, those who ask for answers cannot.
            rest.after(System.nanoTime() - began, LEAST);
        }
        meanings.putAll(fresh);
        return meanings;
    }

    private Map<PublishedAnswer, float[]> ask(List<PublishedAnswer> unknown, Embedder embedder) {
        Map<PublishedAnswer, float[]> meanings = new HashMap<>();
        List<PublishedAnswer> failed = new ArrayList<>();
        RuntimeException reason = null;
        for (PublishedAnswer answer : unknown) {
            try {
                meanings.put(answer, embedder.embed(answer.wording().question()));
                failures.forget(answer);
            } catch (RuntimeException e) {
                failed.add(answer);
                reason = e;
            }
        }
        if (reason != null) {
            failures.note(failed, reason, clock.instant());
        }
        return meanings;
    }

    private Map<PublishedAnswer, float[]> stored(List<PublishedAnswer> page, String model) {
        Map<Long, PublishedAnswer> byId = new HashMap<>();
        page.forEach(answer -> byId.put(answer.id(), answer));
        Map<PublishedAnswer, float[]> meanings = new HashMap<>();
        new Sql()
                .add("select v.answer_id, v.revision, v.vector from short_answer_vector v where v.model = ?", model)
                .addIn("v.answer_id", byId.keySet())
                .list(dataSource, row -> {
                    PublishedAnswer answer = byId.get(row.getLong("answer_id"));
                    return answer.revision() == row.getInt("revision")
                            ? meanings.put(answer, StoredVector.embedding(row.getBytes("vector")))
                            : null;
                });
        return meanings;
    }

    /** Another server may have been as quick, and an answer may be gone by now. */
    private void keep(Map<PublishedAnswer, float[]> fresh, String model) {
        List<Object[]> rows = new ArrayList<>();
        fresh.forEach((answer, meaning) -> rows.add(
                new Object[] {answer.revision(), model, StoredVector.bytes(meaning), answer.id(), answer.revision()}));
        Sql.updateAll(dataSource, """
                        insert into short_answer_vector (answer_id, revision, model, vector)
                        select a.id, ?, ?, ? from short_answer a where a.id = ? and a.published_revision = ?
                        on conflict do nothing""", rows);
    }
}
