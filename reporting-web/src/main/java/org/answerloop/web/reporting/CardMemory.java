package org.answerloop.web.reporting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.answerloop.report.model.Comparison;
import org.answerloop.report.model.Report;
import org.answerloop.web.filter.FilterQuery;

/**
 * Cards as they were made for somebody else who asked for the same: a card follows from its figures, and these are
 * compared, so that it can never show others. The page is opened by many on the same morning.
 */
@ApplicationScoped
public class CardMemory {

    /** Ten pages, of about 100 kilobytes a card. */
    private static final int MOST = 130;

    private final Map<Made, ReportCard> cards = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Made, ReportCard> eldest) {
            return size() > MOST;
        }
    };

    /**
     * All that a card is made of.
     *
     * @param query the whole filter, for the addresses
     * @param report whenever it was asked for
     * @param before null where it is not compared
     */
    record Made(
            Locale locale,
            FilterQuery query,
            Report report,
            Comparison comparison,
            Report before,
            List<HandledParts.Part> parts) {}

    ReportCard card(Made of, Supplier<ReportCard> making) {
        ReportCard known = known(of);
        if (known == null) {
            known = making.get();
            keep(of, known);
        }
        return known;
    }

    private synchronized ReportCard known(Made of) {
        return cards.get(of);
    }

    private synchronized void keep(Made of, ReportCard card) {
        cards.put(of, card);
    }
}
