package org.answerloop.answer.infrastructure;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** The words of a question as queries. They are words and nothing else: there is no syntax that could be broken. */
final class QuestionWords {

    /** A visitor's question resembles the question more than its answer. */
    private static final float WEIGHT_OF_THE_QUESTION = 2;

    /** Of each field, in all languages together; the index takes no more clauses than 1,024. */
    private static final int MOST = 400;

    /** Enough to know what somebody asks. */
    private static final int MOST_OF_A_LANGUAGE = 64;

    private final Analyzer analyzer;
    private final IndexReader reader;
    private final String question;
    private final int most;

    QuestionWords(Analyzer analyzer, IndexReader reader, String question, int languages) {
        this.analyzer = analyzer;
        this.reader = reader;
        this.question = question;
        this.most = Math.min(MOST_OF_A_LANGUAGE, MOST / Math.max(1, languages));
    }

    /** Scores from 0 to 1: what is found over what could be found at most. */
    Query in(String language) throws IOException {
        Map<Term, Integer> inQuestion = terms(LanguageAnalyzers.field(WordIndex.QUESTION, language));
        Map<Term, Integer> inAnswer = terms(LanguageAnalyzers.field(WordIndex.ANSWER, language));
        double attainable = WEIGHT_OF_THE_QUESTION * rarity(inQuestion) + rarity(inAnswer);
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        add(query, inQuestion, WEIGHT_OF_THE_QUESTION / attainable);
        add(query, inAnswer, 1 / attainable);
        return query.build();
    }

    private static void add(BooleanQuery.Builder query, Map<Term, Integer> terms, double weight) {
        terms.forEach((term, times) ->
                query.add(new BoostQuery(new TermQuery(term), (float) (weight * times)), Occur.SHOULD));
    }

    private Map<Term, Integer> terms(String field) throws IOException {
        Map<Term, Integer> terms = new LinkedHashMap<>();
        try (TokenStream words = analyzer.tokenStream(field, question)) {
            CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
            words.reset();
            while (terms.size() < most && words.incrementToken()) {
                terms.merge(new Term(field, word.toString()), 1, Integer::sum);
            }
        }
        return terms;
    }

    /**
     * What BM25 gives for these words at most: the sum of their inverse document frequencies, as Lucene computes them
     * (Robertson and Zaragoza 2009; the factor of the term's frequency approaches 1).
     */
    private double rarity(Map<Term, Integer> terms) throws IOException {
        double sum = 0;
        for (Map.Entry<Term, Integer> term : terms.entrySet()) {
            long documents = reader.getDocCount(term.getKey().field());
            long having = reader.docFreq(term.getKey());
            sum += term.getValue() * Math.log1p((documents - having + 0.5) / (having + 0.5));
        }
        return sum;
    }
}
