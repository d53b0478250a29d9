package org.answerloop.subscription.application;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.ResourceBundle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.answerloop.export.application.ReportHandouts;
import org.answerloop.export.model.Cell;
import org.answerloop.export.model.ExportFormat;
import org.answerloop.export.model.ExportTexts;
import org.answerloop.export.model.Handout;
import org.answerloop.export.model.Row;
import org.answerloop.export.model.Separator;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.settings.Settings;
import org.answerloop.subscription.model.Letter;
import org.answerloop.subscription.model.Subscription;
import org.answerloop.subscription.model.SubscriptionMail;
import org.answerloop.wording.Language;

/** Writes the mail of a subscription: the week's figures in words, and the whole page as a PDF. */
@ApplicationScoped
public class WriteLetter {

    private ReportHandouts handouts;
    private Settings settings;

    /** For the proxy. */
    protected WriteLetter() {}

    @Inject
    public WriteLetter(ReportHandouts handouts, Settings settings) {
        this.handouts = handouts;
        this.settings = settings;
    }

    /** @throws RuntimeException where the reports cannot be made at the moment */
    Letter letter(Subscription subscription, SubscriptionMail mail) {
        Language language = subscription.language();
        ExportTexts texts = new ExportTexts(language, settings.zone());
        ResourceBundle words =
                ResourceBundle.getBundle("org.answerloop.subscription.subscription", language.getLocale());
        Handout page = handouts.page(subscription.page(), language);
        ReportFilter filter = handouts.filter(subscription.page()).filter();
        String dates = texts.formats().range(filter.from(), filter.to().minusDays(1));
        String address =
                subscription.home() + "/index.xhtml?" + subscription.page().text();
        String text = texts.formats()
                .text(
                        words.getString("mail.text"),
                        dates,
                        figures(page, texts, words),
                        address,
                        subscription.home() + "/subscriptions.xhtml");
        return new Letter(
                "answerloop-" + subscription.id() + "-" + mail.dueAt().toEpochMilli(),
                subscription.to(),
                texts.formats().text(words.getString("mail.subject"), dates),
                subscription.home(),
                text,
                "answerloop-reports-" + filter.from() + "-" + filter.to().minusDays(1) + ".pdf",
                pdf(page, texts));
    }

    private static String figures(Handout page, ExportTexts texts, ResourceBundle words) {
        StringBuilder figures = new StringBuilder();
        for (Row row : page.sheets().get(0).rows()) {
            List<Cell> cells = row.cells();
            figures.append(texts.formats()
                            .text(
                                    words.getString("mail.figure"),
                                    texts.of(cells.get(0)),
                                    texts.of(cells.get(1)),
                                    texts.of(cells.get(2))))
                    .append('\n');
        }
        return figures.toString();
    }

    private static byte[] pdf(Handout page, ExportTexts texts) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ExportFormat.PDF.write(page, Separator.usual(texts.language()), texts, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
