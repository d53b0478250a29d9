package org.answerloop.sample.model;

import java.time.Duration;

import org.answerloop.event.model.EventDetails.Flagged;

/** The courses that a conversation takes. */
enum Story {
    /** The customer agent answers from what it knows, and that was it. */
    ANSWERED {
        @Override
        void tell(Scene scene) {
            scene.begin(true, false, false);
            Topic topic = Acts.answer(scene);
            if (scene.dice().chance(0.05)) {
                scene.visitorRates(false);
                Acts.explainAgain(scene, topic);
            }
            if (scene.dice().chance(0.36)) {
                scene.visitorRates(true);
            }
            scene.fallsSilent();
            Acts.comeBack(scene);
        }
    },
    /** The customer agent answers, and the visitor says that it did not help. */
    DISLIKED {
        @Override
        void tell(Scene scene) {
            scene.begin(true, false, false);
            Acts.answer(scene);
            scene.visitorRates(false);
            scene.fallsSilent();
        }
    },
    /** The customer agent does not know, and the visitor goes. */
    UNANSWERED {
        @Override
        void tell(Scene scene) {
            scene.begin(true, false, true);
            Acts.askGap(scene);
            if (scene.dice().chance(0.16)) {
                scene.visitorRates(false);
            }
            scene.fallsSilent();
        }
    },
    /** A greeting, and nothing after it. */
    SMALL_TALK {
        @Override
        void tell(Scene scene) {
            scene.begin(true, false, false);
            scene.visitorGreets();
            scene.agentSays(scene.dice().pick(scene.phrases().smallTalk()));
            scene.fallsSilent();
        }
    },
    /** The visitor asks for a person and does not wait for one. */
    WISHED_FOR_SOMEBODY {
        @Override
        void tell(Scene scene) {
            scene.begin(true, false, false);
            Acts.answer(scene);
            scene.visitorWantsSomebody();
            scene.fallsSilent();
        }
    },
    /** The customer agent does not know and brings in the team. */
    UNANSWERED_HANDED_OFF {
        @Override
        void tell(Scene scene) {
            scene.begin(true, false, true);
            Acts.askGap(scene);
            scene.agentSays(scene.dice().pick(scene.phrases().passingOn()));
            scene.handOff("agent");
            scene.teammateHelps();
        }
    },
    /** The visitor asks for a person and gets one. */
    REQUESTED {
        @Override
        void tell(Scene scene) {
            scene.begin(true, false, true);
            Acts.answer(scene);
            if (scene.dice().chance(0.2)) {
                scene.visitorRates(false);
            }
            scene.visitorWantsSomebody();
            scene.agentSays(scene.dice().pick(scene.phrases().passingOn()));
            scene.handOff("agent");
            scene.teammateHelps();
        }
    },
    /** A rule of the desk takes complaints to the team, at times before the customer agent has said a word. */
    RULED {
        @Override
        void tell(Scene scene) {
            scene.begin(true, false, true);
            scene.visitorOpens(scene.dice().pick(scene.phrases().complaints()));
            if (scene.dice().chance(0.6)) {
                scene.agentSays(scene.dice().pick(scene.phrases().passingOn()));
            }
            scene.handOff("rule");
            scene.teammateHelps();
        }
    },
    /** A teammate takes the conversation over by hand. */
    TAKEN_OVER {
        @Override
        void tell(Scene scene) {
            scene.begin(true, false, true);
            Acts.answer(scene);
            scene.pass(Duration.ofMinutes(4));
            scene.handOff("manual");
            scene.teammateHelps();
        }
    },
    /** A teammate joins in without any handoff. */
    JOINED {
        @Override
        void tell(Scene scene) {
            scene.begin(true, false, false);
            Acts.answer(scene);
            scene.teammateHelps();
        }
    },
    /** No customer agent took part. */
    TEAM_ONLY {
        @Override
        void tell(Scene scene) {
            Dice dice = scene.dice();
            scene.begin(dice.chance(0.04), false, false);
            scene.visitorOpens(
                    dice.chance(0.3)
                            ? scene.drawGap()
                            : dice.pick(scene.words(scene.drawTopic()).questions()));
            if (dice.chance(0.95)) {
                scene.teammateHelps();
            }
        }
    },
    /** The company tries its own set-up. */
    TEST {
        @Override
        void tell(Scene scene) {
            boolean known = scene.dice().chance(0.5);
            scene.begin(true, known, false);
            scene.visitorOpens(scene.dice().pick(scene.phrases().tests()));
            scene.agentSays(scene.dice().pick(scene.phrases().smallTalk()));
            if (!known) {
                scene.pass(Duration.ofMinutes(30));
                scene.write(new Flagged("test", true));
            }
        }
    },
    /** Advertising; now and then somebody flags a real question by mistake and takes it back. */
    SPAM {
        @Override
        void tell(Scene scene) {
            boolean mistaken = scene.dice().chance(0.1);
            scene.begin(true, false, false);
            if (mistaken) {
                Acts.answer(scene);
            } else {
                scene.visitorOpens(scene.dice().pick(scene.phrases().spam()));
                scene.agentSays(scene.dice().pick(scene.phrases().unsure()));
            }
            scene.pass(Duration.ofHours(3));
            scene.write(new Flagged("spam", true));
            if (mistaken) {
                scene.pass(Duration.ofHours(2));
                scene.write(new Flagged("spam", false));
            }
        }
    };

    abstract void tell(Scene scene);
}
