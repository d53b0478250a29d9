package org.answerloop.settings;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

import org.answerloop.client.ClientShare;
import org.answerloop.client.TrustedProxies;

/**
 * The configuration of this deployment, checked.
 *
 * @param mode production, or development with demo users and sample data
 * @param zone the reporting time zone: cohort days are local dates in it
 * @param weekStart the first day of a reporting week
 * @param window how long after the last agent reply the verdict falls
 * @param evaluationInterval how often the timer looks for due conversations
 * @param evaluationGrace how long a conversation has to be quiet before it is evaluated
 * @param evaluationChunk conversations evaluated in one transaction
 * @param reconciliationInterval how often platforms are asked for what their webhooks have missed
 * @param connectionHosts hosts, with or without a port, on which platforms are asked wherever they lead
 * @param rollupInterval how often the days that changed are counted again
 * @param retention how long what was said is kept; zero for ever
 * @param eventHorizon how long ago something may have occurred that is told
 * @param seats how many paid seats for editors were bought
 * @param answersByTwo whether a short answer is published by another editor than its author
 * @param importDirectory where files lie until they have been taken in; servers that share a database share it
 * @param exportDirectory where written exports lie until they are taken; servers that share a database share it
 * @param mail how mails are sent; nothing where this server was not told
 * @param sample how many sample conversations an empty database is filled with
 * @param bootstrapApiKey a key with all scopes, for automation
 * @param demoUsers whether the server was given the demo users
 * @param dataFolder where this server keeps what belongs to it alone
 * @param importBytes the most bytes of a file to import, inflated
 * @param clientShare what one client may take up at a time
 * @param trustedProxies whose word is taken about where a request comes from
 * @param httpsPort where this server takes https
 * @param signInElsewhere whether a provider, such as one of OpenID Connect, takes the place of the sign-in page
 * @param secretKey what stored secrets are sealed with: 32 bytes in base64; where it is empty, a key of this server's own
 */
public record Settings(
        Mode mode,
        ZoneId zone,
        DayOfWeek weekStart,
        Duration window,
        Duration evaluationInterval,
        Duration evaluationGrace,
        int evaluationChunk,
        Duration reconciliationInterval,
        Set<String> connectionHosts,
        Duration rollupInterval,
        Duration retention,
        Period eventHorizon,
        int seats,
        boolean answersByTwo,
        Path importDirectory,
        Path exportDirectory,
        Optional<MailSettings> mail,
        int sample,
        Optional<String> bootstrapApiKey,
        boolean demoUsers,
        Path dataFolder,
        long importBytes,
        ClientShare clientShare,
        TrustedProxies trustedProxies,
        int httpsPort,
        boolean signInElsewhere,
        Optional<String> secretKey) {

    /** What the deployment is for. */
    public enum Mode {
        /** Serving a company: nothing invented and no public password is let in. */
        PRODUCTION,
        /** Trying out and building: demo users and sample data are allowed. */
        DEVELOPMENT
    }

    public boolean development() {
        return mode == Mode.DEVELOPMENT;
    }
}
