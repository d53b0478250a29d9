package org.answerloop.connection.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How a platform signs what it sends, by keyed hash (RFC 2104) over the raw body. */
public enum SignatureScheme {
    /** {@code sha256=} and the hexadecimal HMAC-SHA256 over {@code timestamp.body}. */
    CHATWOOT("HmacSHA256", "X-Chatwoot-Signature", "X-Chatwoot-Timestamp", "X-Chatwoot-Delivery") {
        @Override
        byte[] signed(WebhookRequest request, String id, String timestamp) {
            return joined(timestamp + ".", request.body(), "");
        }

        @Override
        String written(byte[] hash) {
            return "sha256=" + HexFormat.of().formatHex(hash);
        }
    },

    /** {@code sha1=} and the hexadecimal HMAC-SHA1 over the body; this platform signs no time. */
    INTERCOM("HmacSHA1", "X-Hub-Signature", null, null) {
        @Override
        byte[] signed(WebhookRequest request, String id, String timestamp) {
            return request.body();
        }

        @Override
        String written(byte[] hash) {
            return "sha1=" + HexFormat.of().formatHex(hash);
        }
    },

    /**
     * Version 3: the HMAC-SHA256 over method, address, body and timestamp, in base64; the timestamp is in milliseconds. The
     * address is the one that the platform was given, which is one of https: behind a proxy ours may not be.
     */
    HUBSPOT("HmacSHA256", "X-HubSpot-Signature-v3", "X-HubSpot-Request-Timestamp", null) {
        @Override
        byte[] signed(WebhookRequest request, String id, String timestamp) {
            return joined("POST" + request.address(), request.body(), timestamp);
        }

        @Override
        String written(byte[] hash) {
            return Base64.getEncoder().encodeToString(hash);
        }

        @Override
        String timestamp(Instant moment) {
            return Long.toString(moment.toEpochMilli());
        }

        @Override
        Optional<Instant> moment(String timestamp) {
            return timestamp.matches("\\d{1,15}")
                    ? Optional.of(Instant.ofEpochMilli(Long.parseLong(timestamp)))
                    : Optional.empty();
        }
    },

    /** The HMAC-SHA256 over timestamp and body, in base64; the timestamp is RFC 3339. */
    ZENDESK("HmacSHA256", "X-Zendesk-Webhook-Signature", "X-Zendesk-Webhook-Signature-Timestamp", null) {
        @Override
        byte[] signed(WebhookRequest request, String id, String timestamp) {
            return joined(timestamp, request.body(), "");
        }

        @Override
        String written(byte[] hash) {
            return Base64.getEncoder().encodeToString(hash);
        }

        @Override
        String timestamp(Instant moment) {
            return moment.toString();
        }
    },

    /** Standard Webhooks: {@code v1,} and the HMAC-SHA256 over {@code id.timestamp.body}, in base64, once or several times. */
    STANDARD_WEBHOOKS("HmacSHA256", "webhook-signature", "webhook-timestamp", "webhook-id") {
        @Override
        byte[] signed(WebhookRequest request, String id, String timestamp) {
            return joined(id + "." + timestamp + ".", request.body(), "");
        }

        @Override
        String written(byte[] hash) {
            return "v1," + Base64.getEncoder().encodeToString(hash);
        }

        @Override
        List<String> candidates(String signatures) {
            return Arrays.asList(signatures.split(" +"));
        }

        @Override
        byte[] key(String secret) {
            return StandardSecret.key(secret);
        }
    };

    /** How far a signed time may lie from ours, into the past and into the future. */
    public static final Duration WINDOW = Duration.ofMinutes(5);

    private final String algorithm;
    private final String signatureHeader;
    private final String timestampHeader;
    private final String idHeader;

    SignatureScheme(String algorithm, String signatureHeader, String timestampHeader, String idHeader) {
        this.algorithm = algorithm;
        this.signatureHeader = signatureHeader;
        this.timestampHeader = timestampHeader;
        this.idHeader = idHeader;
    }

    /** @param secrets those that are live; one that fits is enough */
    public SignatureCheck check(WebhookRequest request, List<String> secrets, Instant now) {
        Optional<String> signature = request.header(signatureHeader);
        Optional<String> timestamp = timestampHeader == null ? Optional.of("") : request.header(timestampHeader);
        Optional<String> id = deliveryId(request);
        boolean idIsSigned = this == STANDARD_WEBHOOKS;
        if (signature.isEmpty() || timestamp.isEmpty() || (idIsSigned && id.isEmpty())) {
            return SignatureCheck.UNSIGNED;
        }
        byte[] content = signed(request, id.orElse(""), timestamp.get());
        if (!fits(content, signature.get(), secrets)) {
            return SignatureCheck.WRONG;
        }
        return isWithinWindow(timestamp.get(), now) ? SignatureCheck.GENUINE : SignatureCheck.OUTSIDE_WINDOW;
    }

    /** The headers that make a request a genuine delivery. */
    public Map<String, String> sign(WebhookRequest request, String id, String secret, Instant now) {
        Map<String, String> headers = new TreeMap<>();
        String timestamp = timestamp(now);
        if (timestampHeader != null) {
            headers.put(timestampHeader, timestamp);
        }
        if (idHeader != null) {
            headers.put(idHeader, id);
        }
        headers.put(signatureHeader, written(hash(signed(request, id, timestamp), secret)));
        return headers;
    }

    /** The platform's own id of the delivery, the same when it sends it again; empty where no header holds one. */
    public Optional<String> deliveryId(WebhookRequest request) {
        return idHeader == null ? Optional.empty() : request.header(idHeader);
    }

    /** When the platform says that it sent it. */
    public Optional<String> timestamp(WebhookRequest request) {
        return timestampHeader == null ? Optional.empty() : request.header(timestampHeader);
    }

    abstract byte[] signed(WebhookRequest request, String id, String timestamp);

    abstract String written(byte[] hash);

    /** The signatures in the header; several while the sender changes its secret. */
    List<String> candidates(String signatures) {
        return List.of(signatures);
    }

    byte[] key(String secret) {
        return secret.getBytes(StandardCharsets.UTF_8);
    }

    String timestamp(Instant moment) {
        return Long.toString(moment.getEpochSecond());
    }

    Optional<Instant> moment(String timestamp) {
        return PlatformTime.parse(timestamp);
    }

    private boolean isWithinWindow(String timestamp, Instant now) {
        if (timestampHeader == null) {
            return true;
        }
        return moment(timestamp)
                .map(moment -> Duration.between(moment, now).abs().compareTo(WINDOW) <= 0)
                .orElse(false);
    }

    private boolean fits(byte[] content, String signatures, List<String> secrets) {
        boolean fits = false;
        for (String secret : secrets) {
            byte[] expected = written(hash(content, secret)).getBytes(StandardCharsets.UTF_8);
            for (String candidate : candidates(signatures)) {
                fits |= MessageDigest.isEqual(expected, candidate.getBytes(StandardCharsets.UTF_8));
            }
        }
        return fits;
    }

    private byte[] hash(byte[] content, String secret) {
        return KeyedHash.of(algorithm, key(secret), content);
    }

    private static byte[] joined(String before, byte[] body, String after) {
        byte[] head = before.getBytes(StandardCharsets.UTF_8);
        byte[] tail = after.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(head, head.length + body.length + tail.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        System.arraycopy(tail, 0, all, head.length + body.length, tail.length);
        return all;
    }
}
