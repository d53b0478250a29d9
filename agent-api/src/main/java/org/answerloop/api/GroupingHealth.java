package org.answerloop.api;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.answerloop.embedding.application.EmbeddingModel;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says how far the model is that tells which questions are alike. It keeps nobody from being served: while it loads, questions
 * wait for their topic, and where there is none for the platform, their spelling tells.
 */
@Readiness
@ApplicationScoped
class GroupingHealth implements HealthCheck {

    @Inject
    private EmbeddingModel model;

    @Override
    public HealthCheckResponse call() {
        EmbeddingModel.State state = model.state();
        return HealthCheckResponse.named("grouping")
                .up()
                .withData("model", state.name().toLowerCase(Locale.ROOT))
                .withData(
                        "compares",
                        state == EmbeddingModel.State.UNAVAILABLE ? "spelling alone" : "meaning and spelling")
                .build();
    }
}
