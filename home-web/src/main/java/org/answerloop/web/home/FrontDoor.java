package org.answerloop.web.home;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Leads whoever opens the root address to the reports. */
public class FrontDoor extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String REPORTS = "/reporting/";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        leadToReports(response);
    }

    /** By the path: a proxy in front may be known by another name and another scheme than the server. */
    static void leadToReports(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", REPORTS);
    }
}
