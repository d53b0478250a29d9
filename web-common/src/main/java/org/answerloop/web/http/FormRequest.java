package org.answerloop.web.http;

import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request whose form has been read already: its parameters are those of the address, and behind them those of the form. */
final class FormRequest extends HttpServletRequestWrapper {

    private final Map<String, String[]> parameters = new LinkedHashMap<>();

    /** @throws IllegalArgumentException where the query of the address is malformed */
    FormRequest(HttpServletRequest request, SentForm form) {
        super(request);
        SentForm.parse(request.getQueryString())
                .with(form)
                .fields()
                .forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
    }

    @Override
    public String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(List.copyOf(parameters.keySet()));
    }

    @Override
    public String[] getParameterValues(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values.clone();
    }
}
