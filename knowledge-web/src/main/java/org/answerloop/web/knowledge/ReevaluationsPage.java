package org.answerloop.web.knowledge;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.reevaluation.application.Reevaluations;
import org.answerloop.reevaluation.model.Reevaluation;
import org.answerloop.reevaluation.model.UnusableReevaluationException;

/**
 * What was ordered to be judged once more, and the form for the next order. The address may name a conversation or an import
 * that the form begins with.
 */
@Named
@RequestScoped
public class ReevaluationsPage {

    private static final int SHOWN = 50;

    private Reevaluations reevaluations;
    private FacesContext context;
    private Words words;
    private String importId;
    private String source;
    private String ids;
    private String reason;
    private List<Reevaluation> list;

    /** For the proxy. */
    protected ReevaluationsPage() {}

    @Inject
    public ReevaluationsPage(Reevaluations reevaluations, FacesContext context, Words words) {
        this.reevaluations = reevaluations;
        this.context = context;
        this.words = words;
        Map<String, String> address = context.getExternalContext().getRequestParameterMap();
        this.importId = address.get("import");
        this.source = address.get("source");
        this.ids = address.get("id");
    }

    /** The page that follows shows the order in the list. */
    public String order() {
        try {
            if (isOfImport()) {
                reevaluations.orderImport(number(importId), reason);
            } else {
                reevaluations.order(
                        source == null ? "" : source.strip(),
                        ids == null
                                ? List.of()
                                : ids.lines()
                                        .map(String::strip)
                                        .filter(id -> !id.isEmpty())
                                        .toList(),
                        reason);
            }
        } catch (UnusableReevaluationException refused) {
            String sentence = words.of("reevaluations.refused." + refused.fault(), refused.about(), Reevaluations.MOST);
            context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
            return null;
        }
        return "/reevaluations.xhtml?faces-redirect=true";
    }

    /** One that is no number is no import. */
    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    public boolean isOfImport() {
        return importId != null && !importId.isBlank();
    }

    public List<Reevaluation> getList() {
        if (list == null) {
            list = reevaluations.latest(SHOWN);
        }
        return list;
    }

    /** Whether something on this page moves. */
    public boolean isUnderWay() {
        return getList().stream().anyMatch(order -> !order.isFinished());
    }

    /** Null where the form is not about an import. */
    public String getImportId() {
        return importId;
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }

    /** One a line. */
    public String getIds() {
        return ids;
    }

    public void setIds(String ids) {
        this.ids = ids;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
