package org.answerloop.system.story;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A Chatwoot that answers as its application API is documented: conversations by their last activity, 25 a page; the latest
 * 20 messages of a conversation, and the 20 before a message; the answers to surveys, 25 a page.
 */
public final class PretendedChatwoot implements AutoCloseable {

    public static final String TOKEN = "token-of-an-administrator";

    private static final int PAGE = 25;
    private static final int MESSAGES = 20;
    private static final String ACCOUNT = "/api/v1/accounts/1";
    private static final Pattern OF_A_CONVERSATION = Pattern.compile(ACCOUNT + "/conversations/(\\d+)/messages");

    private final HttpServer server;
    private final List<Conversation> conversations = new CopyOnWriteArrayList<>();
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final List<Answer> answers = new CopyOnWriteArrayList<>();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    private record Conversation(int id, String status, Instant beganAt) {}

    private record Message(int id, int conversation, int type, String sender, String text, Instant at) {}

    private record Answer(int message, int conversation, int rating, Instant at) {}

    private PretendedChatwoot(HttpServer server) {
        this.server = server;
    }

    public static PretendedChatwoot start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            PretendedChatwoot chatwoot = new PretendedChatwoot(server);
            server.createContext("/", chatwoot::answer);
            server.start();
            return chatwoot;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The address of its API, with the account. */
    public String api() {
        return "http://127.0.0.1:" + port() + ACCOUNT;
    }

    /** What it was asked, in this order; without the account. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    public void conversation(int id, String status, Instant beganAt) {
        conversations.removeIf(conversation -> conversation.id == id);
        conversations.add(new Conversation(id, status, beganAt));
    }

    public void visitorWrites(int id, int conversation, String text, Instant at) {
        messages.add(
                new Message(id, conversation, 0, "{\"id\": 7, \"name\": \"Vera\", \"type\": \"contact\"}", text, at));
    }

    public void botReplies(int id, int conversation, String text, Instant at) {
        messages.add(
                new Message(id, conversation, 1, "{\"id\": 8, \"name\": \"Bot\", \"type\": \"agent_bot\"}", text, at));
    }

    /** A line that the platform writes itself, such as that a conversation was resolved. */
    public void notes(int id, int conversation, String text, Instant at) {
        messages.add(new Message(id, conversation, 2, "null", text, at));
    }

    public void visitorRates(int message, int conversation, int rating, Instant at) {
        answers.add(new Answer(message, conversation, rating, at));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Map<String, String> query = query(exchange);
        asked.add(exchange.getRequestURI().toString().replace(ACCOUNT, ""));
        Matcher messagesOf = OF_A_CONVERSATION.matcher(path);
        if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("api_access_token"))) {
            send(exchange, 401, "{\"error\": \"Invalid Access Token\"}");
        } else if (path.equals(ACCOUNT + "/conversations")) {
            send(exchange, 200, conversations(query));
        } else if (messagesOf.matches()) {
            send(exchange, 200, messages(Integer.parseInt(messagesOf.group(1)), query));
        } else if (path.equals(ACCOUNT + "/csat_survey_responses")) {
            send(exchange, 200, answers(query));
        } else {
            send(exchange, 404, "{\"error\": \"Resource could not be found\"}");
        }
    }

    private String conversations(Map<String, String> query) {
        boolean isEverything = "all".equals(query.get("status"));
        return "{\"data\": {\"meta\": {\"all_count\": " + conversations.size() + "}, \"payload\": "
                + page(
                        conversations.stream()
                                .filter(conversation -> isEverything || conversation.status.equals("open"))
                                .sorted(Comparator.comparing(this::lastActivity).reversed())
                                .toList(),
                        query,
                        this::json)
                + "}}";
    }

    private String json(Conversation conversation) {
        long activity = lastActivity(conversation).getEpochSecond();
        return """
                {"meta": {"sender": {"id": 7, "name": "Vera"}, "channel": "Channel::WebWidget", "assignee": null},
                 "id": %d, "status": "%s", "additional_attributes": {"browser_language": "en"}, "messages": [],
                 "created_at": %d, "timestamp": %d, "last_activity_at": %d}""".formatted(
                conversation.id, conversation.status, conversation.beganAt.getEpochSecond(), activity, activity);
    }

    private Instant lastActivity(Conversation conversation) {
        return messages.stream()
                .filter(message -> message.conversation == conversation.id)
                .map(Message::at)
                .max(Comparator.naturalOrder())
                .orElse(conversation.beganAt);
    }

    private String messages(int conversation, Map<String, String> query) {
        int before = Integer.parseInt(query.getOrDefault("before", String.valueOf(Integer.MAX_VALUE)));
        List<Message> earlier = messages.stream()
                .filter(message -> message.conversation == conversation && message.id < before)
                .sorted(Comparator.comparing(Message::id))
                .toList();
        return "{\"meta\": {}, \"payload\": "
                + earlier.stream()
                        .skip(Math.max(0, earlier.size() - MESSAGES))
                        .map(PretendedChatwoot::json)
                        .collect(Collectors.joining(",", "[", "]"))
                + "}";
    }

    private static String json(Message message) {
        return """
                {"id": %d, "content": "%s", "conversation_id": %d, "message_type": %d, "content_type": "text",
                 "content_attributes": {}, "created_at": %d, "private": false, "sender": %s}""".formatted(
                        message.id,
                        message.text,
                        message.conversation,
                        message.type,
                        message.at.getEpochSecond(),
                        message.sender);
    }

    private String answers(Map<String, String> query) {
        long since = Long.parseLong(query.get("since"));
        long until = Long.parseLong(query.get("until"));
        return page(
                answers.stream()
                        .filter(answer -> answer.at.getEpochSecond() >= since && answer.at.getEpochSecond() <= until)
                        .toList(),
                query,
                answer -> """
                        {"id": %d, "rating": %d, "feedback_message": "", "message_id": %d, "conversation_id": %d,
                         "created_at": %d}""".formatted(
                                answer.message,
                                answer.rating,
                                answer.message,
                                answer.conversation,
                                answer.at.getEpochSecond()));
    }

    private static <T> String page(List<T> all, Map<String, String> query, Function<T, String> json) {
        int number = Integer.parseInt(query.getOrDefault("page", "1"));
        return all.stream()
                .skip((long) PAGE * (number - 1))
                .limit(PAGE)
                .map(json)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new TreeMap<>();
        String text = exchange.getRequestURI().getQuery();
        for (String pair : text == null ? new String[0] : text.split("&")) {
            query.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return query;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
