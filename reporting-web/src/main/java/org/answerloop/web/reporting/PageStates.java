package org.answerloop.web.reporting;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.answerloop.export.model.PageState;

/** Reads the state of a page from the parameters of a request. */
final class PageStates {

    private PageStates() {}

    /** Of the parameters those of these names. */
    static PageState of(HttpServletRequest request, Set<String> names) {
        Map<String, String> given = new HashMap<>();
        names.forEach(name -> given.put(name, request.getParameter(name)));
        return new PageState(given);
    }
}
