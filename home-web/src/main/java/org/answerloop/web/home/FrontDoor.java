package org.answerloop.web.home;

import java.io.IOException;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Leads whoever opens the root address to the reports. */
public class FrontDoor extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String REPORTS = "/reporting/";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(REPORTS);
    }
}
