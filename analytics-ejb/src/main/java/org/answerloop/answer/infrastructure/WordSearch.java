package org.answerloop.answer.infrastructure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.answerloop.answer.model.PublishedAnswer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;

/**
 * A question looked up in the words of the published answers, all at one state of them. How well an answer fits is said as the
 * part of what an answer could reach that says nothing but the question, from 0 to 1.
 */
final class WordSearch implements AutoCloseable {

    /** Of what one language finds, the part that another adds. */
    private static final float OTHER_LANGUAGES = 0;

    private final SearcherManager searchers;
    private final IndexSearcher searcher;
    private final Query words;
    private final Query languages;

    WordSearch(SearcherManager searchers, Analyzer analyzer, String question, Set<String> languages)
            throws IOException {
        this.searchers = searchers;
        this.searcher = searchers.acquire();
        QuestionWords questionWords =
                new QuestionWords(analyzer, searcher.getIndexReader(), question, languages.size());
        List<Query> queries = new ArrayList<>();
        for (String language : languages) {
            queries.add(questionWords.in(language));
        }
        this.words = new DisjunctionMaxQuery(queries, OTHER_LANGUAGES);
        this.languages = languages.isEmpty() ? new MatchNoDocsQuery() : oneOf(WordIndex.LANGUAGE, languages);
    }

    /**
     * An answer as it was looked at.
     *
     * @param words how well its words fit
     */
    record Match(int document, long id, String language, double words) {}

    /** Those whose words fit best. */
    List<Match> best(int limit) throws IOException {
        return matches(words, limit);
    }

    /** Those of the answers that are there, in the languages that are asked for, whether their words fit or not. */
    List<Match> among(Collection<Long> ids) throws IOException {
        if (ids.isEmpty()) {
            return List.of();
        }
        Query wanted = new BooleanQuery.Builder()
                .add(oneOf(WordIndex.ID, ids), Occur.FILTER)
                .add(languages, Occur.FILTER)
                .add(words, Occur.SHOULD)
                .build();
        return matches(wanted, ids.size());
    }

    PublishedAnswer read(Match match) throws IOException {
        return WordIndex.answer(match.id(), searcher.storedFields().document(match.document()));
    }

    private List<Match> matches(Query query, int limit) throws IOException {
        ScoreDoc[] hits = searcher.search(query, new TopScoreDocCollectorManager(limit, null, limit)).scoreDocs;
        Arrays.sort(hits, Comparator.comparingInt(hit -> hit.doc));
        NumericDocValues ids = MultiDocValues.getNumericValues(searcher.getIndexReader(), WordIndex.ID);
        SortedDocValues inLanguage = MultiDocValues.getSortedValues(searcher.getIndexReader(), WordIndex.LANGUAGE);
        List<Match> matches = new ArrayList<>(hits.length);
        for (ScoreDoc hit : hits) {
            ids.advanceExact(hit.doc);
            inLanguage.advanceExact(hit.doc);
            String language = inLanguage.lookupOrd(inLanguage.ordValue()).utf8ToString();
            matches.add(new Match(hit.doc, ids.longValue(), language, Math.min(1, hit.score)));
        }
        return matches;
    }

    private static Query oneOf(String field, Collection<?> values) {
        if (values.size() == 1) {
            return new TermQuery(new Term(field, values.iterator().next().toString()));
        }
        return new TermInSetQuery(
                field,
                values.stream().map(value -> new BytesRef(value.toString())).toList());
    }

    @Override
    public void close() throws IOException {
        searchers.release(searcher);
    }
}
