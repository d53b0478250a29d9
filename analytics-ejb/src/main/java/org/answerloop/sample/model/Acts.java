package org.answerloop.sample.model;

import java.time.Duration;

import org.answerloop.event.model.EventDetails.Redacted;

/** What several stories have in common. */
final class Acts {

    private Acts() {}

    /** The customer agent answers from what it knows; the visitor may ask once more, and may say thanks. */
    static Topic answer(Scene scene) {
        Dice dice = scene.dice();
        Topic topic = scene.drawTopic();
        Topic.Text words = scene.words(topic);
        scene.visitorOpens(dice.pick(words.questions()));
        scene.agentAnswers(topic, dice.pick(words.replies()));
        if (dice.chance(0.48)) {
            scene.visitorSays(words.followUp());
            scene.agentAnswers(topic, words.followUpReply());
        }
        if (dice.chance(0.38)) {
            scene.visitorSays(dice.pick(scene.phrases().thanks()));
            if (dice.chance(0.5)) {
                scene.agentSays(dice.pick(scene.phrases().welcomes()));
            }
        }
        return topic;
    }

    /** The same in other words. */
    static void explainAgain(Scene scene, Topic topic) {
        Topic.Text words = scene.words(topic);
        scene.visitorSays(scene.dice().pick(words.questions()));
        scene.agentAnswers(topic, words.replies().get(1));
    }

    /** The customer agent has nothing to go by. */
    static void askGap(Scene scene) {
        String question = scene.drawGap();
        String message = scene.visitorOpens(question);
        scene.agentDoesNotKnow(question, message);
    }

    /** What happens after a verdict and changes nothing about it, and what privacy asks for. */
    static void comeBack(Scene scene) {
        Dice dice = scene.dice();
        if (dice.chance(0.008)) {
            scene.pass(Duration.ofDays(9));
            if (dice.chance(0.6)) {
                scene.visitorRates(false);
            } else {
                scene.handOff("manual");
                scene.teammateHelps();
            }
        } else if (dice.chance(0.003)) {
            scene.pass(Duration.ofDays(12));
            scene.write(new Redacted());
        }
    }
}
