package org.answerloop.connection.model;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import org.answerloop.kernel.Fingerprint;

/**
 * A genuine request as it is kept.
 *
 * @param id the platform's own, the same when it sends it again; where it gives none, made of the body
 * @param headers what they say besides the signature
 */
public record IncomingDelivery(String id, String headers, String payload) {

    private static final int ID = 255;
    private static final int HEADERS = 2000;
    private static final List<String> KEPT = List.of("content-type", "user-agent");

    public static IncomingDelivery of(Platform platform, WebhookRequest request) {
        String payload = new String(request.body(), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
        String id = platform.scheme()
                .deliveryId(request)
                .or(() -> platform.idIn(payload))
                .orElseGet(() -> Fingerprint.of(request.body()));
        return new IncomingDelivery(
                id.length() <= ID ? id : Fingerprint.of(id), headers(platform.scheme(), request), payload);
    }

    private static String headers(SignatureScheme scheme, WebhookRequest request) {
        String kept = KEPT.stream()
                .filter(name -> request.header(name).isPresent())
                .map(name -> name + ": " + request.header(name).orElseThrow())
                .collect(Collectors.joining("\n"));
        String all =
                scheme.timestamp(request).map(at -> "signed at: " + at + "\n").orElse("") + kept;
        String readable = all.replace('\0', ' ');
        return readable.length() <= HEADERS ? readable : readable.substring(0, HEADERS);
    }
}
