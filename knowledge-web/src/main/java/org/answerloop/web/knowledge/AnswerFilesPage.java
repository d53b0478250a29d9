package org.answerloop.web.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.util.ResourceBundle;

import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;

import org.answerloop.access.model.NoSeatException;
import org.answerloop.answer.application.ImportAnswers;
import org.answerloop.answer.model.ImportedAnswers;
import org.answerloop.answer.model.ImportedAnswers.RefusedLine;
import org.answerloop.answer.model.Wording;
import org.answerloop.settings.Settings;
import org.answerloop.web.preference.Preferences;
import org.answerloop.wording.Formats;

/** Short answers brought in from a file, and taken along as one. */
@Named
@RequestScoped
public class AnswerFilesPage {

    private ImportAnswers answers;
    private Settings settings;
    private Formats formats;
    private FacesContext context;
    private ResourceBundle words;
    private Part file;
    private ImportedAnswers result;
    private String refusal;

    /** For the proxy. */
    protected AnswerFilesPage() {}

    @Inject
    public AnswerFilesPage(
            ImportAnswers answers, Settings settings, Formats formats, Preferences preferences, FacesContext context) {
        this.answers = answers;
        this.settings = settings;
        this.formats = formats;
        this.context = context;
        this.words = ResourceBundle.getBundle("org.answerloop.web.knowledge.knowledge", preferences.getLocale());
    }

    /** Takes what is in the file, and shows what became of it. */
    public void take() {
        try (InputStream content = file.getInputStream()) {
            result = answers.take(content);
        } catch (NoSeatException withoutSeat) {
            refusal = formats.text(words.getString("editing.missing.seat"), settings.seats());
        } catch (EJBAccessException withoutRole) {
            refusal = words.getString("editing.missing.role");
        } catch (IOException e) {
            context.getExternalContext().log("An uploaded file could not be read.", e);
            refusal = words.getString("imports.refused.file");
        }
    }

    /** Null where nothing was brought in. */
    public ImportedAnswers getResult() {
        return result;
    }

    /** Why the rest of the file was not read, as a sentence. */
    public String getFault() {
        return formats.text(
                words.getString("answer.file.fault." + result.fault().kind()),
                result.fault().line(),
                ImportAnswers.MOST);
    }

    /** Why a line was not taken, and what to write instead. */
    public String reason(RefusedLine line) {
        return formats.text(words.getString("answer.refused." + line.reason()), Wording.QUESTION, Wording.ANSWER);
    }

    public int getMost() {
        return ImportAnswers.MOST;
    }

    /** Why nothing was taken; null where nothing was refused. */
    public String getRefusal() {
        return refusal;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
