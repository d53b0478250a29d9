package org.answerloop.api;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.json.JsonMapper;

/** Writes an answer of Jakarta REST from where there is only Jakarta Servlet. */
final class ServletAnswer {

    private static final JsonMapper JSON = new JsonMapper();

    private ServletAnswer() {}

    static void write(Response answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.getStatus());
        answer.getStringHeaders().forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
        response.getOutputStream().write(JSON.writeValueAsBytes(answer.getEntity()));
    }
}
