package org.answerloop.answer.infrastructure;

import java.util.Map;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/** Takes text apart as its language asks; the name of a field ends with its language, after a dot. */
final class LanguageAnalyzers extends DelegatingAnalyzerWrapper {

    private static final Analyzer CHINESE_JAPANESE_KOREAN = new CJKAnalyzer();
    private static final Analyzer NORWEGIAN = new NorwegianAnalyzer();
    private static final Analyzer OTHERWISE = new StandardAnalyzer();

    private static final Map<String, Analyzer> BY_LANGUAGE = Map.ofEntries(
            Map.entry("ar", new ArabicAnalyzer()),
            Map.entry("da", new DanishAnalyzer()),
            Map.entry("de", new GermanAnalyzer()),
            Map.entry("en", new EnglishAnalyzer()),
            Map.entry("es", new SpanishAnalyzer()),
            Map.entry("fi", new FinnishAnalyzer()),
            Map.entry("fr", new FrenchAnalyzer()),
            Map.entry("it", new ItalianAnalyzer()),
            Map.entry("ja", CHINESE_JAPANESE_KOREAN),
            Map.entry("ko", CHINESE_JAPANESE_KOREAN),
            Map.entry("nb", NORWEGIAN),
            Map.entry("nl", new DutchAnalyzer()),
            Map.entry("nn", NORWEGIAN),
            Map.entry("no", NORWEGIAN),
            Map.entry("pt", new PortugueseAnalyzer()),
            Map.entry("ru", new RussianAnalyzer()),
            Map.entry("sv", new SwedishAnalyzer()),
            Map.entry("tr", new TurkishAnalyzer()),
            Map.entry("zh", CHINESE_JAPANESE_KOREAN));

    LanguageAnalyzers() {
        super(PER_FIELD_REUSE_STRATEGY);
    }

    static String field(String name, String language) {
        return name + "." + language;
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String fieldName) {
        return BY_LANGUAGE.getOrDefault(fieldName.substring(fieldName.lastIndexOf('.') + 1), OTHERWISE);
    }
}
