package org.answerloop.web.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.answer.model.AnswerState;
import org.answerloop.gap.application.Topics;
import org.answerloop.gap.model.Standing;
import org.answerloop.gap.model.TopicDetail;
import org.answerloop.gap.model.TopicQuestions;
import org.answerloop.gap.model.TopicRow;
import org.answerloop.report.application.Reports;
import org.answerloop.settings.Settings;
import org.answerloop.web.http.NoSuchPage;

/**
 * One topic: what was asked, and what is answered to it. Opened from a list whose filter leaves questions out, it shows what
 * the list does, and says so. The form sends the whole address along.
 */
@Named
@RequestScoped
public class TopicPage {

    private static final int ROWS = 50;

    private Topics topics;
    private Reports reports;
    private Words words;
    private ZoneId zone;
    private TopicPlace place;
    private TopicDetail detail;
    private TopicForm form;
    private AskedPage<TopicQuestions> questions;
    private String listNarrowing;

    /** For the proxy. */
    protected TopicPage() {}

    @Inject
    public TopicPage(Topics topics, Reports reports, Words words, Settings settings, FacesContext context) {
        this.topics = topics;
        this.reports = reports;
        this.words = words;
        this.zone = settings.zone();
        this.place = TopicPlace.of(context.getExternalContext().getRequestParameterMap());
        this.detail = find().orElse(null);
        this.form = detail == null ? new TopicForm() : TopicForm.of(detail, answerLanguage(detail, words));
    }

    /** The topic's; the reader's where nobody knows in which it was asked. */
    String answerLanguage() {
        return answerLanguage(detail, words);
    }

    private static String answerLanguage(TopicDetail detail, Words words) {
        String language = detail.row().language();
        boolean unknown = Locale.forLanguageTag(language).getLanguage().isEmpty();
        return unknown ? words.locale().getLanguage() : language;
    }

    private Optional<TopicDetail> find() {
        return place.topic().flatMap(id -> topics.find(id, place.figures(zone)));
    }

    /** Answers that there is no page where there is no such topic; one that was merged leads to where its questions are. */
    public void load() {
        if (detail == null) {
            NoSuchPage.show();
        } else if (!place.topic().equals(Optional.of(detail.row().id()))) {
            leadTo(detail.row().id());
        }
    }

    /** Shows another topic instead. */
    void leadTo(long topic) {
        try {
            FacesContext.getCurrentInstance().getExternalContext().redirect(place.addressOf(topic));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads everything again; what was typed stays. The form speaks of the topic as it is now, unless somebody has saved another
     * draft meanwhile of which nobody has told: then it goes on to say what it was filled from, and is refused.
     *
     * @param told whether a refusal has named what is different, or the draft is this form's own
     */
    void reread(boolean told) {
        detail = find().orElse(detail);
        if (told || form.knowsDraftOf(detail)) {
            form.read(detail);
        }
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

    /** Whether it is resolved with an answer that another editor has to publish. */
    boolean isWaitingForPublication() {
        return detail.answer() != null && detail.answer().state() == AnswerState.DRAFT;
    }

    public TopicForm getForm() {
        return form;
    }

    public TopicQuestions getQuestions() {
        return questions().list();
    }

    private AskedPage<TopicQuestions> questions() {
        if (questions == null) {
            questions = AskedPage.read(
                    place.after(),
                    cursor -> topics.questions(detail.row().id(), place.questions(zone), cursor, ROWS),
                    TopicQuestions::rows);
        }
        return questions;
    }

    /** What the list is narrowed to that the page was opened from, in a line; empty where it shows every question. */
    public String getListNarrowing() {
        if (listNarrowing == null) {
            listNarrowing = new GapsBar(place.list(), words).questions(reports.choices());
        }
        return listNarrowing;
    }

    /** Whether the page is narrowed to the same. */
    public boolean isNarrowed() {
        return place.isNarrowed(zone);
    }

    /** The whole topic, or only what the list shows of it. */
    public String getWholeAddress() {
        return place.switched("whole");
    }

    /** Whether questions that count nowhere are listed, too. */
    public boolean isWithDismissed() {
        return place.isWithDismissed();
    }

    /** The same page with dismissed questions, or without. */
    public String getSwitchedAddress() {
        return place.switched("dismissed");
    }

    /** The page of the list from which this one was opened. */
    public String getListAddress() {
        return place.listAddress();
    }

    public Paging getPaging() {
        return place.paging(questions().after(), questions().list().next());
    }

    /** What the form sends along. */
    public List<Map.Entry<String, String>> getKept() {
        return List.copyOf(place.query().given().entrySet());
    }
}
