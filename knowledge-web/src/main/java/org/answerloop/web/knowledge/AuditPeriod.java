package org.answerloop.web.knowledge;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import org.answerloop.audit.model.AuditFilter;

/** What an address asks of the record, as text; days are local dates. What is no date does not narrow. */
record AuditPeriod(String words, String area, String from, String until) {

    AuditFilter in(ZoneId zone) {
        return new AuditFilter(
                words,
                area,
                date(from).map(first -> first.atStartOfDay(zone).toInstant()).orElse(null),
                date(until)
                        .map(last -> last.plusDays(1).atStartOfDay(zone).toInstant())
                        .orElse(null));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return text == null || text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }
}
