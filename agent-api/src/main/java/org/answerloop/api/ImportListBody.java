package org.answerloop.api;

import java.util.List;

import org.answerloop.imports.application.Imports.Page;
import org.answerloop.imports.model.ImportJob;

/**
 * A page of imports, the latest first.
 *
 * @param next asks for the page after it; null on the last one
 */
record ImportListBody(List<ImportBody> imports, String next) {

    static ImportListBody of(Page<ImportJob> page) {
        return new ImportListBody(page.rows().stream().map(ImportBody::of).toList(), page.next());
    }
}
