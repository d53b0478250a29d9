package org.answerloop.web.reporting;

import java.io.IOException;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.answerloop.view.application.SavedViews;
import org.answerloop.view.model.UnusableViewException;
import org.answerloop.web.filter.FilterQuery;
import org.answerloop.web.http.SeeOther;

/**
 * Takes {@code POST do=keep|rename|forget} with {@code name}, {@code id} and the {@code query} of the reports page that the
 * form stood on, and leads back to that page; where it could not be done, with the reason in the address.
 */
public class ViewsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient SavedViews views;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        FilterQuery query = FilterParameters.read(request.getParameter("query"));
        try {
            carryOut(request, query);
        } catch (UnusableViewException refused) {
            query = query.with(ViewsPart.PROBLEM, refused.reason());
        }
        SeeOther.at(request.getContextPath() + "/" + query.on(Addresses.REPORTS), response);
    }

    private void carryOut(HttpServletRequest request, FilterQuery query) {
        switch (String.valueOf(request.getParameter("do"))) {
            case "keep" -> views.keep(request.getParameter("name"), query.text());
            case "rename" -> views.rename(id(request), request.getParameter("name"));
            case "forget" -> views.forget(id(request));
            default -> throw new UnusableViewException(UnusableViewException.Reason.UNKNOWN);
        }
    }

    private static long id(HttpServletRequest request) {
        try {
            return Long.parseLong(String.valueOf(request.getParameter("id")));
        } catch (NumberFormatException malformed) {
            throw new UnusableViewException(UnusableViewException.Reason.UNKNOWN);
        }
    }
}
