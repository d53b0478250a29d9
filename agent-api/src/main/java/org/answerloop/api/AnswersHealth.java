package org.answerloop.api;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.answerloop.answer.application.AnswerIndex;
import org.answerloop.embedding.application.EmbeddingModel;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says what tells which short answers fit a question. It keeps nobody from being served: until the model is loaded and knows
 * what an answer means, the words tell, and where there is no model for the platform, they always do.
 */
@Readiness
@ApplicationScoped
class AnswersHealth implements HealthCheck {

    @Inject
    private EmbeddingModel model;

    @Inject
    private AnswerIndex index;

    @Override
    public HealthCheckResponse call() {
        EmbeddingModel.State state = model.state();
        return HealthCheckResponse.named("answers")
                .up()
                .withData("model", state.name().toLowerCase(Locale.ROOT))
                .withData("ranking", state == EmbeddingModel.State.READY ? "words and meaning" : "words alone")
                .withData("published", index.count())
                .withData("foundByWordsAlone", index.countWithoutMeaning())
                .build();
    }
}
