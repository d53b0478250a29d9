package org.answerloop.system.outside;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.ServerFolder;
import org.answerloop.system.story.ConversationStory;
import org.junit.jupiter.api.Test;

import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

class JakartaEe11IT {

    private static final Pattern INSTALLED = Pattern.compile("CWWKF0012I: [^\\[]*\\[(.*?)\\]");

    @Test
    void the_same_ear_takes_events_gives_verdicts_and_shows_reports_on_jakarta_ee_11() {
        ServerFolder folder = ServerFolder.create("jakartaEe11", RunningServer.settings());
        folder.edit("bootstrap.properties", "answerloop.jakarta=ee10", "answerloop.jakarta=ee11");
        try (AnswerloopServer server = AnswerloopServer.start(folder)) {
            assertThat(features(server))
                    .contains("appSecurity-6.0", "cdi-4.1", "faces-4.1", "persistence-3.2", "restfulWS-4.0")
                    .contains("validation-3.1", "enterpriseBeansLite-4.0", "mail-2.1")
                    .doesNotContain("appSecurity-5.0", "cdi-4.0", "faces-4.0", "persistence-3.1", "restfulWS-3.1")
                    .doesNotContain("beanValidation-3.0");

            ConversationStory story = aConversation(
                            "/tests/ee11", "ee11", Instant.now().minus(Duration.ofDays(5)))
                    .startsOn("web", "en")
                    .visitorSays("Do you ship to islands?")
                    .agentReplies("Yes, to all of them.")
                    .citing("Where we ship");
            Api.of(server).tell(story.events());
            JsonNode conversation = Api.of(server).settledConversation(story.source(), story.id());
            assertThat(conversation.at("/verdict/outcome").asText()).isEqualTo("RESOLVED");

            Browsing manager = Browsing.on(server);
            assertThat(manager.signsIn("maya", "maya")).isTrue();
            HttpResponse<String> reports = manager.open("/reporting/index.xhtml");
            assertThat(reports.statusCode()).isEqualTo(200);
            assertThat(reports.body()).contains("</html>").doesNotContain("name=\"password\"");
        }
    }

    /** As the server names them when it has started. */
    private static List<String> features(AnswerloopServer server) {
        Matcher installed = INSTALLED.matcher(server.log());
        assertThat(installed.find()).isTrue();
        return List.of(installed.group(1).split(", "));
    }
}
