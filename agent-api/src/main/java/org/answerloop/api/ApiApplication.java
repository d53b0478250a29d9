package org.answerloop.api;

import java.util.Set;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Version 1 of the API; everything that belongs to it is named here, so that nothing is searched for. */
@ApplicationPath("/v1")
public class ApiApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                AnswersResource.class,
                ConversationsResource.class,
                EventsResource.class,
                ImportsResource.class,
                ReportsResource.class,
                WebhooksResource.class,
                JsonProvider.class,
                KeyFilter.class,
                RefusalMapper.class,
                BusinessRefusalMapper.class,
                FailureMapper.class,
                WebRefusalMapper.class);
    }
}
