package org.answerloop.answer.application;

import java.util.ArrayList;
import java.util.Collection;
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

    private AnswerIndex index;
    private Supplier<Embedder> loading;
    private Rest rest;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    /** For the container. */
    protected UnderstandAnswers() {}

    @Inject
    public UnderstandAnswers(AnswerIndex index, EmbeddingModel model, Rest rest) {
        this.index = index;
        this.rest = rest;
        this.loading = () -> {
            model.load();
            return model.embedder().orElse(null);
        };
    }

    public UnderstandAnswers(AnswerIndex index, Embedder embedder, DataSource dataSource) {
        this.index = index;
        this.loading = () -> embedder;
        this.rest = (worked, least) -> {};
        this.dataSource = dataSource;
    }

    /** Goes on until all are understood; does nothing where there is no model for the platform. */
    public void run() {
        Embedder embedder = loading.get();
        if (embedder == null) {
            return;
        }
        List<PublishedAnswer> page = index.withoutMeaning(PAGE);
        while (!page.isEmpty()) {
            index.understand(meanings(page, embedder), embedder.everyday());
            page = index.withoutMeaning(PAGE);
        }
    }

    private Map<PublishedAnswer, float[]> meanings(List<PublishedAnswer> page, Embedder embedder) {
        Map<PublishedAnswer, float[]> meanings = stored(page, embedder.model());
        List<Object[]> fresh = new ArrayList<>();
        long began = System.nanoTime();
        for (PublishedAnswer answer : page) {
            if (!meanings.containsKey(answer)) {
                float[] meaning = embedder.embed(answer.wording().question());
                meanings.put(answer, meaning);
                fresh.add(new Object[] {
                    answer.revision(), embedder.model(), StoredVector.bytes(meaning), answer.id(), answer.revision()
                });
            }
        }
        keep(fresh);
        if (fresh.size() == PAGE) {
            // Very many were brought in: they can wait, those who ask for answers cannot.
            rest.after(System.nanoTime() - began, LEAST);
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
    private void keep(Collection<Object[]> fresh) {
        Sql.updateAll(dataSource, """
                        insert into short_answer_vector (answer_id, revision, model, vector)
                        select a.id, ?, ?, ? from short_answer a where a.id = ? and a.published_revision = ?
                        on conflict do nothing""", fresh);
    }
}
