package org.answerloop.web.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.gap.application.Topics;
import org.answerloop.gap.model.QuestionFilter;
import org.answerloop.gap.model.Standing;
import org.answerloop.gap.model.TopicDetail;
import org.answerloop.gap.model.TopicQuestions;
import org.answerloop.gap.model.TopicRow;
import org.answerloop.kernel.UnknownCursorException;
import org.answerloop.web.filter.FilterQuery;
import org.answerloop.web.http.NoSuchPage;

/**
 * One topic: what was asked, and what is answered to it. The address names the topic, the list to lead back to, whether
 * dismissed questions are shown too, and where the page begins; the form sends all of that along.
 */
@Named
@RequestScoped
public class TopicPage {

    private static final int ROWS = 50;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private Topics topics;
    private FilterQuery place;
    private TopicDetail detail;
    private TopicForm form;
    private TopicQuestions questions;

    /** For the proxy. */
    protected TopicPage() {}

    @Inject
    public TopicPage(Topics topics, FacesContext context) {
        this.topics = topics;
        Map<String, String> parameters = context.getExternalContext().getRequestParameterMap();
        this.place = FilterQuery.NONE
                .with("id", parameters.get("id"))
                .with("list", parameters.get("list"))
                .with("dismissed", parameters.get("dismissed"))
                .with("after", parameters.get("after"));
        this.detail = find().orElse(null);
        this.form = detail == null ? new TopicForm() : TopicForm.of(detail.row());
    }

    private Optional<TopicDetail> find() {
        return Optional.ofNullable(place.given().get("id"))
                .filter(id -> NUMBER.matcher(id).matches())
                .map(Long::valueOf)
                .flatMap(topics::find);
    }

    /** Answers that there is no page where there is no such topic; one that was merged leads to where its questions are. */
    public void load() {
        if (detail == null) {
            NoSuchPage.show();
        } else if (!String.valueOf(detail.row().id()).equals(place.given().get("id"))) {
            leadTo(detail.row().id());
        }
    }

    /** Shows another topic instead. */
    void leadTo(long topic) {
        FilterQuery there =
                FilterQuery.NONE.with("id", topic).with("list", place.given().get("list"));
        try {
            FacesContext.getCurrentInstance().getExternalContext().redirect(there.on("topic.xhtml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads everything again, and has the form speak of the topic as it is now; what was typed stays. */
    void reread() {
        detail = find().orElse(detail);
        form.setVersion(detail.row().standing().version());
        questions = null;
    }

    public TopicDetail getDetail() {
        return detail;
    }

    public TopicRow getTopic() {
        return detail.row();
    }

    public Standing getStanding() {
        return detail.row().standing();
    }

    public TopicForm getForm() {
        return form;
    }

    public TopicQuestions getQuestions() {
        if (questions == null) {
            questions = read(place.given().get("after"));
        }
        return questions;
    }

    private TopicQuestions read(String cursor) {
        QuestionFilter filter = isWithDismissed() ? QuestionFilter.ALL : QuestionFilter.COUNTED;
        try {
            TopicQuestions page = topics.questions(detail.row().id(), filter, cursor, ROWS);
            return page.rows().isEmpty() && cursor != null ? read(null) : page;
        } catch (UnknownCursorException e) {
            return read(null);
        }
    }

    /** Whether questions that count nowhere are listed, too. */
    public boolean isWithDismissed() {
        return place.given().containsKey("dismissed");
    }

    /** The same page with dismissed questions, or without. */
    public String getSwitchedAddress() {
        return place.with("dismissed", isWithDismissed() ? null : "shown")
                .with("after", null)
                .on("topic.xhtml");
    }

    /** The list from which the page was opened. */
    public String getListAddress() {
        return GapsFilter.read(place.given().get("list")).query().on(GapsBar.PAGE);
    }

    public boolean isBegun() {
        return place.given().containsKey("after");
    }

    public String getFirstAddress() {
        return place.with("after", null).on("topic.xhtml");
    }

    /** The address of the next page; null on the last. */
    public String getNextAddress() {
        String next = getQuestions().next();
        return next == null ? null : place.with("after", next).on("topic.xhtml");
    }

    /** What the form sends along. */
    public List<Map.Entry<String, String>> getKept() {
        return List.copyOf(place.given().entrySet());
    }
}
