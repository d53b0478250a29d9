package org.answerloop.web.http;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.answerloop.client.ClientLimit;

/** Bounds what one client asks of the pages, and of the API beside them, at the same time. */
public class PagesClientLimit extends ClientLimit {

    private static final long serialVersionUID = 1L;

    @Override
    protected void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PageRefusal.BUSY.write(request, response);
    }
}
