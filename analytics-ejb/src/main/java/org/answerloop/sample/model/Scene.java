package org.answerloop.sample.model;

import java.time.Duration;
import java.util.List;

import org.answerloop.event.model.EventDetails;
import org.answerloop.event.model.EventDetails.Action;
import org.answerloop.event.model.EventDetails.Author;
import org.answerloop.event.model.EventDetails.ContentSource;
import org.answerloop.sample.model.Company.Channel;

/** What the people of one conversation do, each act with the time that it takes on this channel. */
final class Scene {

    private final Library library;
    private final Cast cast;
    private final Dice dice;
    private final Transcript transcript;
    private final Phrases phrases;
    private final Channel channel;
    private String lastReply;

    Scene(Library library, Cast cast, Dice dice, Transcript transcript) {
        this.library = library;
        this.cast = cast;
        this.dice = dice;
        this.transcript = transcript;
        this.phrases = library.phrases().in(cast.language());
        this.channel = cast.channel();
    }

    Phrases phrases() {
        return phrases;
    }

    Dice dice() {
        return dice;
    }

    Topic drawTopic() {
        return dice.pick(library.topics(), Topic::weight);
    }

    Topic.Text words(Topic topic) {
        return topic.in(cast.language());
    }

    /** A question of a gap: most often as others ask it, at times with a small slip of the keyboard. */
    String drawGap() {
        String question = dice.pick(dice.pick(library.gaps(), Gap::weight).in(cast.language()));
        if (dice.chance(0.10)) {
            return question.toLowerCase(cast.language().locale());
        }
        return dice.chance(0.08) ? question.replaceAll(" ?\\?$", "") : question;
    }

    /** @param agentThere whether the customer agent is assigned, at once or a moment later */
    void begin(boolean agentThere, boolean test, boolean ticketNeeded) {
        EventDetails.Ticket ticket = ticketNeeded || dice.chance(channel.ticket() / 100.0)
                ? new EventDetails.Ticket(
                        "T-" + cast.number(), library.company().tickets() + cast.number())
                : null;
        boolean atOnce = agentThere && dice.chance(0.6);
        transcript.write(new EventDetails.Started(
                channel.name(), cast.language().tag(), ticket, atOnce ? cast.agent() : null, test ? true : null));
        if (agentThere && !atOnce) {
            transcript.pass(dice.around(Duration.ofMillis(800)));
            transcript.write(new EventDetails.Assigned(cast.agent()));
        }
        transcript.pass(dice.around(Duration.ofMillis(1200)));
    }

    /** The first message of a conversation, with the manners of its channel. */
    String visitorOpens(String text) {
        String opener = channel.written() || dice.chance(0.3) ? dice.pick(phrases.openers()) : "";
        String ending = dice.chance(0.2) ? dice.pick(phrases.endings()) : "";
        String signature = channel.written() ? dice.pick(phrases.signatures()) : "";
        String opened = Wording.after(opener, text, cast.language().locale());
        return say(Wording.before(opened, ending + signature));
    }

    /** A greeting stands alone: nothing opens or ends it. */
    void visitorGreets() {
        say(dice.pick(phrases.greetings()));
    }

    String visitorSays(String text) {
        transcript.pass(dice.around(Duration.ofSeconds(channel.pace())));
        return say(text);
    }

    private String say(String text) {
        return transcript.post(Author.visitor(cast.visitorId(), cast.visitor()), cast.fill(text), null, null);
    }

    /** The customer agent replies from what it knows: with the page that says so, or with what it did, or both. */
    void agentAnswers(Topic topic, String text) {
        boolean acts = topic.action() != null && dice.chance(0.7);
        boolean cites = !acts || dice.chance(0.6);
        ContentSource source = new ContentSource(
                topic.type(),
                "kb-" + topic.id(),
                words(topic).title(),
                library.company().help() + cast.language().tag() + "/" + topic.id());
        reply(text, cites ? List.of(source) : null, acts ? List.of(new Action(topic.action())) : null);
    }

    /** The customer agent replies without anything to go by. */
    void agentSays(String text) {
        reply(text, null, null);
    }

    private void reply(String text, List<ContentSource> sources, List<Action> actions) {
        transcript.pass(dice.around(Duration.ofMillis(2200 + channel.pace() * 15L)));
        lastReply = transcript.post(Author.customerAgent(cast.agent()), cast.fill(text), sources, actions);
    }

    void agentDoesNotKnow(String question, String messageId) {
        transcript.pass(dice.around(Duration.ofMillis(900)));
        transcript.write(new EventDetails.Unanswered(question, messageId));
        agentSays(dice.pick(phrases.unsure()));
    }

    void visitorWantsSomebody() {
        String message = visitorSays(dice.pick(phrases.humanWishes()));
        transcript.pass(dice.around(Duration.ofMillis(500)));
        transcript.write(new EventDetails.HandoffRequested(dice.chance(0.8) ? message : null));
    }

    void handOff(String trigger) {
        transcript.pass(dice.around(Duration.ofSeconds(3)));
        boolean named = dice.chance(0.75);
        String reason = dice.chance(0.6) ? dice.pick(phrases.reasons()) : null;
        transcript.write(new EventDetails.HandedOff(trigger, named ? cast.team() : null, reason));
    }

    void visitorRates(boolean helpful) {
        transcript.pass(dice.around(Duration.ofSeconds(25)));
        String comment =
                dice.chance(helpful ? 0.22 : 0.45) ? dice.pick(helpful ? phrases.praise() : phrases.criticism()) : null;
        String about = lastReply != null && dice.chance(0.7) ? lastReply : null;
        transcript.write(new EventDetails.Rated(helpful ? "helpful" : "not_helpful", about, comment));
    }

    /** A teammate helps, in their own time, and most often brings it to an end. */
    void teammateHelps() {
        teammateReplies(dice.pick(phrases.teammateReplies()));
        if (dice.chance(0.45)) {
            visitorSays(dice.pick(phrases.thanks()));
            if (dice.chance(0.5)) {
                teammateReplies(dice.pick(phrases.teammateFollowUps()));
            }
        }
        if (dice.chance(0.9)) {
            transcript.pass(dice.around(Duration.ofSeconds(600 + channel.pace() * 15L)));
            transcript.passUntilOpen(dice.around(Duration.ofMinutes(40)));
            transcript.write(
                    new EventDetails.Closed(Author.teammate(cast.teammate()), dice.chance(0.07) ? false : null));
        }
    }

    private void teammateReplies(String text) {
        transcript.pass(dice.around(Duration.ofSeconds(240 + channel.pace() * 6L)));
        transcript.passUntilOpen(dice.around(Duration.ofMinutes(50)));
        transcript.post(Author.teammate(cast.teammate()), cast.fill(text), null, null);
    }

    /** Nobody writes any more, and the desk closes the conversation. */
    void fallsSilent() {
        if (dice.chance(0.6)) {
            transcript.pass(dice.around(Duration.ofHours(26)));
            transcript.write(
                    new EventDetails.Closed(dice.chance(0.5) ? Author.customerAgent(cast.agent()) : null, null));
        }
    }

    void pass(Duration time) {
        transcript.pass(dice.around(time));
    }

    void write(EventDetails details) {
        transcript.write(details);
    }
}
