package org.answerloop.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;

/** JSON as the API writes it: moments in RFC 3339. */
@Provider
@Consumes(JsonProvider.NONE)
@Produces({"application/json", ProblemBody.MEDIA_TYPE})
public class JsonProvider extends JacksonJsonProvider {

    /** Bodies are read by the resources themselves, within limits. */
    static final String NONE = "application/x-nothing";

    public JsonProvider() {
        super(JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build());
    }
}
