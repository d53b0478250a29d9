package org.answerloop.answer.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.answerloop.answer.model.PublishedAnswer;
import org.answerloop.answer.model.Wording;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/** The words of published answers, in memory, taken apart as each language asks. */
final class WordIndex implements AutoCloseable {

    static final String ID = "id";
    static final String LANGUAGE = "language";
    static final String QUESTION = "question";
    static final String ANSWER = "answer";

    private static final String REVISION = "revision";
    private static final String TAG = "tag";

    private final Analyzer analyzer = new LanguageAnalyzers();
    private final Set<String> languages = ConcurrentHashMap.newKeySet();
    private final Directory directory = new ByteBuffersDirectory();
    private final IndexWriter writer;
    private final SearcherManager searchers;

    WordIndex() {
        try {
            writer = new IndexWriter(directory, new IndexWriterConfig(analyzer));
            searchers = new SearcherManager(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void put(Collection<PublishedAnswer> answers) {
        change(() -> {
            for (PublishedAnswer answer : answers) {
                writer.updateDocument(term(answer.id()), document(answer));
            }
        });
    }

    void remove(Collection<Long> ids) {
        change(() -> writer.deleteDocuments(ids.stream().map(WordIndex::term).toArray(Term[]::new)));
    }

    void clear() {
        change(writer::deleteAll);
    }

    int count() {
        return writer.getDocStats().numDocs;
    }

    /**
     * The index as it is now, looked at for one question.
     *
     * @param language null for all that there are answers in
     */
    WordSearch search(String question, String language) {
        try {
            return new WordSearch(searchers, analyzer, question, language == null ? languages : Set.of(language));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Document document(PublishedAnswer answer) {
        Wording wording = answer.wording();
        String language = language(answer);
        languages.add(language);
        Document document = new Document();
        document.add(new StringField(ID, Long.toString(answer.id()), Store.NO));
        document.add(new NumericDocValuesField(ID, answer.id()));
        document.add(new StringField(LANGUAGE, language, Store.NO));
        document.add(new SortedDocValuesField(LANGUAGE, new BytesRef(language)));
        document.add(new TextField(LanguageAnalyzers.field(QUESTION, language), wording.question(), Store.NO));
        document.add(new TextField(LanguageAnalyzers.field(ANSWER, language), wording.answer(), Store.NO));
        document.add(new StoredField(REVISION, answer.revision()));
        document.add(new StoredField(TAG, wording.language()));
        document.add(new StoredField(QUESTION, wording.question()));
        document.add(new StoredField(ANSWER, wording.answer()));
        return document;
    }

    static PublishedAnswer answer(long id, Document document) {
        return new PublishedAnswer(
                id,
                document.getField(REVISION).numericValue().intValue(),
                new Wording(document.get(QUESTION), document.get(ANSWER), document.get(TAG)));
    }

    /** The one that it is looked up in: the same for all regions. */
    static String language(PublishedAnswer answer) {
        return Locale.forLanguageTag(answer.wording().language()).getLanguage();
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

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
    }
}
