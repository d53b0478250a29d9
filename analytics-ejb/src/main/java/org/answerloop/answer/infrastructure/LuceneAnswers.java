package org.answerloop.answer.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.answerloop.answer.application.AnswerIndex;
import org.answerloop.answer.model.FoundAnswer;
import org.answerloop.answer.model.PublishedAnswer;
import org.answerloop.answer.model.Wording;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.QueryBuilder;

/** An index in memory, filled from the database at each start: BM25 over the words of the language. */
@ApplicationScoped
public class LuceneAnswers implements AnswerIndex {

    private static final String ID = "id";
    private static final String REVISION = "revision";
    private static final String TAG = "tag";
    private static final String LANGUAGE = "language";
    private static final String QUESTION = "question";
    private static final String ANSWER = "answer";

    /** A visitor's question resembles the question more than its answer. */
    private static final float WEIGHT_OF_THE_QUESTION = 2;

    /** Of what one language finds, the part that another adds. */
    private static final float OTHER_LANGUAGES = 0;

    private final Analyzer analyzer = new LanguageAnalyzers();
    private final Set<String> languages = ConcurrentHashMap.newKeySet();
    private final Directory directory = new ByteBuffersDirectory();
    private IndexWriter writer;
    private SearcherManager searchers;

    @PostConstruct
    void open() {
        try {
            writer = new IndexWriter(directory, new IndexWriterConfig(analyzer));
            searchers = new SearcherManager(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void put(Collection<PublishedAnswer> answers) {
        change(() -> {
            for (PublishedAnswer answer : answers) {
                writer.updateDocument(term(answer.id()), document(answer));
            }
        });
    }

    @Override
    public void remove(Collection<Long> ids) {
        change(() ->
                writer.deleteDocuments(ids.stream().map(LuceneAnswers::term).toArray(Term[]::new)));
    }

    @Override
    public List<FoundAnswer> search(String question, String language, int limit) {
        List<Query> queries = (language == null ? languages : Set.of(language))
                .stream().map(each -> query(question, each)).toList();
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                StoredFields stored = searcher.storedFields();
                List<FoundAnswer> found = new ArrayList<>();
                for (ScoreDoc hit :
                        searcher.search(new DisjunctionMaxQuery(queries, OTHER_LANGUAGES), limit).scoreDocs) {
                    found.add(answer(stored.document(hit.doc), hit.score));
                }
                return found;
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of the question are words and nothing else: there is no syntax that could be broken. */
    private Query query(String question, String language) {
        QueryBuilder builder = new QueryBuilder(analyzer);
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        Query inQuestion = builder.createBooleanQuery(LanguageAnalyzers.field(QUESTION, language), question);
        Query inAnswer = builder.createBooleanQuery(LanguageAnalyzers.field(ANSWER, language), question);
        if (inQuestion != null) {
            query.add(new BoostQuery(inQuestion, WEIGHT_OF_THE_QUESTION), Occur.SHOULD);
        }
        if (inAnswer != null) {
            query.add(inAnswer, Occur.SHOULD);
        }
        return query.setMinimumNumberShouldMatch(1)
                .add(new TermQuery(new Term(LANGUAGE, language)), Occur.FILTER)
                .build();
    }

    private Document document(PublishedAnswer answer) {
        Wording wording = answer.wording();
        String language = Locale.forLanguageTag(wording.language()).getLanguage();
        languages.add(language);
        Document document = new Document();
        document.add(new StringField(ID, Long.toString(answer.id()), Store.YES));
        document.add(new StoredField(REVISION, answer.revision()));
        document.add(new StoredField(TAG, wording.language()));
        document.add(new StringField(LANGUAGE, language, Store.NO));
        document.add(new TextField(LanguageAnalyzers.field(QUESTION, language), wording.question(), Store.NO));
        document.add(new TextField(LanguageAnalyzers.field(ANSWER, language), wording.answer(), Store.NO));
        document.add(new StoredField(QUESTION, wording.question()));
        document.add(new StoredField(ANSWER, wording.answer()));
        return document;
    }

    private static FoundAnswer answer(Document document, double score) {
        return new FoundAnswer(
                Long.parseLong(document.get(ID)),
                document.getField(REVISION).numericValue().intValue(),
                new Wording(document.get(QUESTION), document.get(ANSWER), document.get(TAG)),
                score);
    }

    private static Term term(long id) {
        return new Term(ID, Long.toString(id));
    }

    /** Something that is done to the index. */
    @FunctionalInterface
    private interface Change {
        void run() throws IOException;
    }

    private void change(Change change) {
        try {
            change.run();
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PreDestroy
    void close() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
    }
}
