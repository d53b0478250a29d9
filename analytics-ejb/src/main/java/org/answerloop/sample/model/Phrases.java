package org.answerloop.sample.model;

import java.util.List;

/** What people and agents say on many occasions, in one language; {@code {words}} in braces stand for the cast. */
record Phrases(
        List<String> openers,
        List<String> endings,
        List<String> signatures,
        List<String> thanks,
        List<String> welcomes,
        List<String> greetings,
        List<String> smallTalk,
        List<String> unsure,
        List<String> passingOn,
        List<String> humanWishes,
        List<String> complaints,
        List<String> teammateReplies,
        List<String> teammateFollowUps,
        List<String> praise,
        List<String> criticism,
        List<String> reasons,
        List<String> spam,
        List<String> tests) {}
