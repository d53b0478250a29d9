package org.answerloop.audit.model;

import java.util.List;

/**
 * Entries of the record, the latest first.
 *
 * @param next asks for the page after it; null on the last
 */
public record AuditPage(List<AuditEntry> entries, String next) {

    public AuditPage {
        entries = List.copyOf(entries);
    }
}
