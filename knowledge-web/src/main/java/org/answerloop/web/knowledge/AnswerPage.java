package org.answerloop.web.knowledge;

import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;

import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.access.model.NoSeatException;
import org.answerloop.answer.application.AnswerCatalogue;
import org.answerloop.answer.application.ShortAnswers;
import org.answerloop.answer.model.AnswerRevision;
import org.answerloop.answer.model.OvertakenException;
import org.answerloop.answer.model.ShortAnswer;
import org.answerloop.answer.model.UnusableAnswerException;
import org.answerloop.answer.model.Wording;
import org.answerloop.gap.application.Proofs;
import org.answerloop.gap.model.Proof;
import org.answerloop.settings.Settings;
import org.answerloop.web.http.NoSuchPage;
import org.answerloop.web.person.SignedInPerson;
import org.answerloop.web.preference.Preferences;
import org.answerloop.wording.Formats;

/**
 * One short answer: written, published, compared with what it said before; without an id, a new one. The form sends the
 * version along that it was filled from, so that nobody overwrites what they have not seen.
 */
@Named
@RequestScoped
public class AnswerPage {

    private AnswerCatalogue catalogue;
    private ShortAnswers answers;
    private Proofs proofs;
    private Settings settings;
    private SignedInPerson person;
    private Formats formats;
    private ResourceBundle words;

    private String id;
    private String done;
    private Optional<Proof> proof;
    private String refusal;
    private ShortAnswer answer;
    private List<AnswerRevision> revisions;
    private AnswerForm form;
    private Integer compared;

    /** What was done to an answer. */
    public enum Deed {
        SAVED,
        PUBLISHED,
        RESTORED,
        ARCHIVED,
        TAKEN_OUT,
        ENTRUSTED
    }

    /** For the proxy. */
    protected AnswerPage() {}

    @Inject
    public AnswerPage(
            AnswerCatalogue catalogue,
            ShortAnswers answers,
            Proofs proofs,
            Settings settings,
            SignedInPerson person,
            Formats formats,
            Preferences preferences,
            FacesContext context) {
        this.catalogue = catalogue;
        this.answers = answers;
        this.proofs = proofs;
        this.settings = settings;
        this.person = person;
        this.formats = formats;
        this.words = ResourceBundle.getBundle("org.answerloop.web.knowledge.knowledge", preferences.getLocale());
        Map<String, String> parameters = context.getExternalContext().getRequestParameterMap();
        this.id = parameters.get("id");
        this.compared = number(parameters.get("compared")).map(Long::intValue).orElse(null);
        this.answer = find().orElse(null);
        this.form = answer == null ? AnswerForm.empty(preferences.getLocale().getLanguage()) : AnswerForm.of(answer);
    }

    private Optional<ShortAnswer> find() {
        return number(id).flatMap(catalogue::find);
    }

    private static Optional<Long> number(String text) {
        return Optional.ofNullable(text)
                .filter(digits -> digits.matches("[0-9]{1,9}"))
                .map(Long::valueOf);
    }

    /** Answers that there is no page where there is no such answer. */
    public void load() {
        if (id != null && answer == null) {
            NoSuchPage.show();
        }
    }

    /** Keeps what was typed; the agent does not read it yet. */
    public String save() {
        return attempt(Deed.SAVED, number -> {
            if (number == 0) {
                return answers.draft(form.getAnswer().wording());
            }
            answers.revise(number, form.getVersion(), form.getAnswer().wording());
            return number;
        });
    }

    /** Keeps what was typed, and lets the agent read it. */
    public String publish() {
        return attempt(Deed.PUBLISHED, number -> {
            if (number == 0) {
                return answers.write(form.getAnswer().wording());
            }
            answers.publish(number, form.getVersion(), form.getAnswer().wording());
            return number;
        });
    }

    public String archive() {
        return attempt(Deed.ARCHIVED, number -> {
            answers.archive(number, form.getVersion());
            return number;
        });
    }

    public String takeOut() {
        return attempt(Deed.TAKEN_OUT, number -> {
            answers.takeOutOfTheArchive(number, form.getVersion());
            return number;
        });
    }

    public String restore(int revision) {
        return attempt(Deed.RESTORED, number -> {
            answers.restore(number, form.getVersion(), revision);
            return number;
        });
    }

    /** Gives it an owner and a date of review. */
    public String entrust() {
        return attempt(Deed.ENTRUSTED, number -> {
            answers.entrust(number, form.getVersion(), form.getOwner(), form.date());
            return number;
        });
    }

    private String attempt(Deed deed, LongUnaryOperator change) {
        try {
            long changed = change.applyAsLong(answer == null ? 0 : answer.id());
            return "answer?faces-redirect=true&id=" + changed + "&done=" + deed;
        } catch (UnusableAnswerException refused) {
            refusal = formats.text(
                    words.getString("answer.refused." + refused.reason()), Wording.QUESTION, Wording.ANSWER);
        } catch (OvertakenException overtaken) {
            refusal = formats.text(words.getString("answer.overtaken"), overtaken.by(), formats.moment(overtaken.at()));
            find().ifPresent(found -> {
                answer = found;
                form.setVersion(found.version());
            });
        } catch (NoSeatException withoutSeat) {
            refusal = formats.text(words.getString("editing.missing.seat"), settings.seats());
        } catch (EJBAccessException withoutRole) {
            refusal = words.getString("editing.missing.role");
        } catch (DateTimeParseException malformed) {
            refusal = words.getString("answer.care.date");
        }
        return null;
    }

    /** Whether the person may publish what is in the form: not what they alone have read, where two have to. */
    public boolean isPublishable() {
        return !settings.answersByTwo();
    }

    /** Where two have to: whether this person may publish the latest revision as it stands. */
    public boolean isReleasable() {
        return settings.answersByTwo()
                && answer != null
                && answer.hasDraft()
                && !getRevisions().get(0).writtenBy().equals(person.getName());
    }

    /** Publishes the latest revision as it stands, whatever the form says. */
    public String release() {
        return attempt(Deed.PUBLISHED, number -> {
            answers.publish(number, form.getVersion());
            return number;
        });
    }

    public boolean isByTwo() {
        return settings.answersByTwo();
    }

    /** Null for a new one. */
    public ShortAnswer getAnswer() {
        return answer;
    }

    /** All of them, the latest first. */
    public List<AnswerRevision> getRevisions() {
        if (revisions == null) {
            revisions = answer == null ? List.of() : catalogue.revisions(answer.id());
        }
        return revisions;
    }

    /** The one that is compared with the latest; null where none is. */
    public AnswerRevision getEarlier() {
        return getRevisions().stream()
                .filter(revision -> compared != null && revision.number() == compared)
                .findFirst()
                .orElse(null);
    }

    public List<Comparison.Piece> getQuestionCompared() {
        return Comparison.of(getEarlier().wording().question(), answer.wording().question());
    }

    public List<Comparison.Piece> getTextCompared() {
        return Comparison.of(getEarlier().wording().answer(), answer.wording().answer());
    }

    /** Whether it worked; null where it was never published. */
    public Proof getProof() {
        if (answer != null && proof == null) {
            proof = proofs.ofAnswer(answer.id());
        }
        return proof == null ? null : proof.orElse(null);
    }

    /** What was done just before this page was shown; null where it was nothing. */
    public String getDone() {
        return Stream.of(Deed.values())
                .map(Deed::name)
                .filter(name -> name.equals(done))
                .findFirst()
                .orElse(null);
    }

    public void setDone(String done) {
        this.done = done;
    }

    /** Why something was not done; null where nothing was refused. */
    public String getRefusal() {
        return refusal;
    }

    public AnswerForm getForm() {
        return form;
    }
}
