package org.answerloop.system.inside;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.answerloop.event.application.EventIntake;
import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.EventResult;
import org.answerloop.report.application.BeginGeneration;
import org.answerloop.report.infrastructure.RollupTables;
import org.answerloop.settings.Settings;
import org.answerloop.system.inside.clock.AdjustableClock;
import org.answerloop.system.story.Step;

import static org.assertj.core.api.Assertions.assertThat;

/** What random conversations tell, through the real intake. */
@Dependent
class History {

    @Inject
    private EventIntake intake;

    @Inject
    private Settings settings;

    @Inject
    private AdjustableClock clock;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    /** What other tests have told is out of the way. */
    void begin() {
        new Rows(database).change("update conversation set test = true");
        new BeginGeneration(new RollupTables(database), settings, clock).begin();
    }

    /** Out of order, in several requests, and some of it twice. */
    void tell(List<Step> steps, Random random) {
        List<Step> shuffled = new ArrayList<>(steps);
        steps.stream().filter(step -> random.nextInt(6) == 0).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);
        for (int from = 0; from < shuffled.size(); from += 150) {
            List<EventDocument> documents = shuffled.subList(from, Math.min(from + 150, shuffled.size())).stream()
                    .map(step -> new EventDocument(step.json().getBytes(StandardCharsets.UTF_8)))
                    .toList();
            assertThat(intake.take(documents))
                    .extracting(EventResult::status)
                    .doesNotContain(EventResult.Status.REJECTED);
        }
    }
}
