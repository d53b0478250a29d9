package org.answerloop.audit.application;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;

import de.siegmar.fastcsv.writer.CsvWriter;
import org.answerloop.audit.model.AuditEntry;
import org.answerloop.audit.model.AuditFilter;
import org.answerloop.audit.model.AuditPage;
import org.answerloop.kernel.CsvFile;
import org.answerloop.kernel.PageCursor;
import org.answerloop.kernel.SpreadsheetText;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

/** Reads the record of who did what. Nobody changes it: there is no way to. */
@Stateless
@RolesAllowed(AuditRecord.READER)
public class AuditRecord {

    /** The administrator's role. Whoever gives roles writes to the record, so their package is out of reach here. */
    static final String READER = "administrator";

    /** The most entries of one page. */
    public static final int LONGEST_PAGE = 500;

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Inject
    private AuditTrail trail;

    /**
     * @param cursor {@link AuditPage#next()} of the page before; null for the first
     * @throws org.answerloop.kernel.UnknownCursorException when the cursor is not one that a page gave
     */
    public AuditPage list(AuditFilter filter, String cursor, int limit) {
        int size = Math.min(Math.max(limit, 1), LONGEST_PAGE);
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        narrow(filter, conditions, values);
        Optional.ofNullable(cursor).map(PageCursor::parse).ifPresent(position -> {
            conditions.add("(e.at < :moment or e.at = :moment and e.id < :id)");
            values.put("moment", position.moment());
            values.put("id", position.number());
        });
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        TypedQuery<AuditEntry> query = entityManager.createQuery(
                "select e from AuditEntry e" + where + " order by e.at desc, e.id desc", AuditEntry.class);
        values.forEach(query::setParameter);
        List<AuditEntry> found = query.setMaxResults(size + 1).getResultList();
        List<AuditEntry> page = found.subList(0, Math.min(size, found.size()));
        AuditEntry last = found.size() > size ? page.get(size - 1) : null;
        return new AuditPage(
                page, last == null ? null : new PageCursor(last.at(), last.id().toString()).text());
    }

    /** Notes that the caller takes the record along; before {@link #write}, which holds no transaction open. */
    public void noteExport(AuditFilter filter) {
        String what = Stream.of(filter.area(), filter.words(), filter.from(), filter.to())
                .map(part -> part == null ? "" : part.toString())
                .collect(Collectors.joining(" "))
                .strip();
        trail.record("audit.exported", "audit", null, what.isEmpty() ? null : what);
    }

    /** Writes every entry as CSV (RFC 4180), page by page, so that the longest record fits into the memory. */
    @TransactionAttribute(NOT_SUPPORTED)
    public void write(AuditFilter filter, OutputStream out) throws IOException {
        try (CsvWriter csv = CsvFile.forSpreadsheets(out, ',')) {
            csv.writeRecord("at", "who", "action", "subject", "before", "after");
            String cursor = null;
            do {
                AuditPage page = list(filter, cursor, LONGEST_PAGE);
                page.entries().forEach(entry -> csv.writeRecord(record(entry)));
                entityManager.clear();
                cursor = page.next();
            } while (cursor != null);
        }
    }

    private static List<String> record(AuditEntry entry) {
        return Stream.of(
                        entry.at().toString(),
                        entry.who(),
                        entry.action(),
                        entry.subject(),
                        entry.before(),
                        entry.after())
                .map(SpreadsheetText::harmless)
                .toList();
    }

    private static void narrow(AuditFilter filter, List<String> conditions, Map<String, Object> values) {
        if (filter.from() != null) {
            conditions.add("e.at >= :from");
            values.put("from", filter.from());
        }
        if (filter.to() != null) {
            conditions.add("e.at < :to");
            values.put("to", filter.to());
        }
        if (filter.area() != null) {
            conditions.add("e.action like :area escape '!'");
            values.put("area", escaped(filter.area()) + ".%");
        }
        if (filter.words() != null) {
            conditions.add(Stream.of("who", "action", "subject", "before", "after")
                    .map(column -> "lower(e." + column + ") like :words escape '!'")
                    .collect(Collectors.joining(" or ", "(", ")")));
            values.put("words", "%" + escaped(filter.words().toLowerCase(Locale.ROOT)) + "%");
        }
    }

    private static String escaped(String text) {
        return text.replaceAll("([!%_])", "!$1");
    }
}
