package org.answerloop.web.home;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.answerloop.client.TlsOnly;

/** Leads whoever comes over plain http to the reports, which know where https is, or say what has to be configured. */
public class HomeTlsOnly extends TlsOnly {

    private static final long serialVersionUID = 1L;

    @Override
    protected void refuse(HttpServletRequest request, HttpServletResponse response) {
        FrontDoor.leadToReports(response);
    }
}
