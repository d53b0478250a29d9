package org.answerloop.web.http;

import jakarta.servlet.http.HttpServletResponse;

/** Leads to another page of this host, by its path: a proxy in front may be known by another name than the server. */
public final class SeeOther {

    private SeeOther() {}

    /** Has the browser open the path by {@code GET}. */
    public static void at(String path, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
    }
}
