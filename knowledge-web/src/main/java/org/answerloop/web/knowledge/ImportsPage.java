package org.answerloop.web.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;

import org.answerloop.imports.application.ImportAdministration;
import org.answerloop.imports.application.ImportSpool;
import org.answerloop.imports.application.Imports.Page;
import org.answerloop.imports.application.NoRoomException;
import org.answerloop.imports.application.UnknownImportException;
import org.answerloop.imports.model.ImportFormat;
import org.answerloop.imports.model.ImportJob;
import org.answerloop.imports.model.ImportOptions;
import org.answerloop.imports.model.ImportStateException;
import org.answerloop.imports.model.LineProblem;
import org.answerloop.imports.model.SpooledFile;
import org.answerloop.imports.model.UnusableImportException;
import org.answerloop.web.filter.FilterQuery;
import org.answerloop.web.preference.Preferences;

/** The files on their way in: sent, watched, stopped, resumed, removed. The address holds the format that is offered. */
@Named
@RequestScoped
public class ImportsPage {

    private static final int ROWS = 25;

    /** Enough to see what is wrong with a file; the report has them all. */
    private static final int PROBLEMS = 5;

    private ImportAdministration imports;
    private ImportSpool spool;
    private FacesContext context;
    private ResourceBundle words;
    private ImportFormat format;
    private String after;
    private Part file;
    private final Map<String, String> options = new HashMap<>();
    private AskedPage<Page<ImportJob>> page;

    /** For the proxy. */
    protected ImportsPage() {}

    @Inject
    public ImportsPage(ImportAdministration imports, ImportSpool spool, FacesContext context, Preferences preferences) {
        this.imports = imports;
        this.spool = spool;
        this.context = context;
        this.words = ResourceBundle.getBundle("org.answerloop.web.knowledge.knowledge", preferences.getLocale());
        // Read here and not by the view: what a form that was refused shows again has to be of its own format too.
        Map<String, String> address = context.getExternalContext().getRequestParameterMap();
        this.format = formatOf(address.get("format"));
        this.after = address.get("after");
    }

    /** One that is not there is the usual one. */
    private static ImportFormat formatOf(String label) {
        try {
            return label == null ? ImportFormat.EVENTS : ImportFormat.labelled(label);
        } catch (UnusableImportException e) {
            return ImportFormat.EVENTS;
        }
    }

    /** Takes the file; the page that follows shows it in the list. */
    public String send() {
        ImportOptions chosen = chosen();
        try {
            imports.check(format, chosen);
            create(chosen);
        } catch (UnusableImportException e) {
            String key = "imports.refused." + e.parameter();
            refuse(words.containsKey(key) ? key : "imports.refused.option");
            return null;
        } catch (NoRoomException e) {
            refuse("imports.refused.room");
            return null;
        } catch (IOException e) {
            context.getExternalContext().log("An uploaded file could not be written down.", e);
            refuse("imports.refused.file");
            return null;
        }
        return "/imports.xhtml?faces-redirect=true&format=" + format.label();
    }

    private void create(ImportOptions chosen) throws IOException {
        SpooledFile spooled;
        try (InputStream content = file.getInputStream()) {
            spooled = spool.store(content);
        }
        try {
            imports.create(spooled, name(), format, chosen);
        } catch (RuntimeException e) {
            spool.remove(spooled.name());
            throw e;
        }
    }

    private String name() {
        String name = file.getSubmittedFileName();
        return name == null || name.isBlank() ? format.label() : name.replace('\0', ' ');
    }

    private ImportOptions chosen() {
        Map<String, String> chosen = new HashMap<>(options);
        chosen.keySet().retainAll(format.parameters());
        return ImportOptions.of(chosen);
    }

    public void stop(long id) {
        change(() -> imports.stop(id));
    }

    public void resume(long id) {
        change(() -> imports.resume(id));
    }

    public void discard(long id) {
        change(() -> imports.discard(id));
    }

    private void change(Runnable deed) {
        page = null;
        try {
            deed.run();
        } catch (ImportStateException | UnknownImportException e) {
            refuse("imports.refused.state");
        }
    }

    private void refuse(String key) {
        context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, words.getString(key), null));
    }

    public List<ImportJob> getJobs() {
        return page().list().rows();
    }

    /** The first lines of the report of an import. */
    public List<LineProblem> problems(ImportJob job) {
        return imports.problems(job.id(), PROBLEMS);
    }

    public Paging getPaging() {
        FilterQuery query = FilterQuery.NONE.with("format", getFormat());
        return new Paging(query, "imports.xhtml", page().after(), page().list().next());
    }

    /** Whether something on this page moves. */
    public boolean isUnderWay() {
        return getJobs().stream().anyMatch(job -> job.state().isUnderWay());
    }

    private AskedPage<Page<ImportJob>> page() {
        if (page == null) {
            page = AskedPage.read(after, cursor -> imports.list(cursor, ROWS), Page::rows);
        }
        return page;
    }

    public ImportFormat[] getFormats() {
        return ImportFormat.values();
    }

    /** What the format takes besides the source; nothing where it takes no parameters at all. */
    public List<String> getOtherParameters() {
        return format.parameters().stream()
                .filter(name -> !name.equals("source"))
                .toList();
    }

    public String getFormat() {
        return format.label();
    }

    /** Null on the first page. */
    public String getAfter() {
        return page().after();
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    public Map<String, String> getOptions() {
        return options;
    }
}
