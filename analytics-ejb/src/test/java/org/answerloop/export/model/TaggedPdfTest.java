package org.answerloop.export.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.answerloop.fixture.OtherReaders;
import org.answerloop.fixture.TaggedPdf;
import org.answerloop.fixture.TaggedPdf.Element;
import org.answerloop.report.model.Unit;
import org.answerloop.wording.Language;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A screen reader finds its way through a PDF by its tags, which a library reads here that did not write them. */
class TaggedPdfTest {

    private static final String ODD = "é ß 漢 😀 ’ ; = <";

    @Test
    void a_pdf_says_that_it_is_tagged_and_in_which_language() throws IOException {
        try (PDDocument pdf = OtherReaders.pdf(file(SampleHandout.handout(), Language.FRENCH))) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("fr");
        }
    }

    @Test
    void the_tree_holds_titles_notes_pictures_legends_and_tables_in_the_order_of_the_pages() throws IOException {
        Element document = read(SampleHandout.handout()).document();
        assertThat(document.role()).isEqualTo("Document");
        assertThat(document.children())
                .extracting(Element::role)
                .containsExactly(
                        "H1", "Table", "H2", "Table", "Figure", "P", "Table", "H2", "Table", "Figure", "P", "Table");
        assertThat(document.children().get(0).read()).isEqualTo("Reports");
        assertThat(document.all("H2")).extracting(Element::read).containsExactly("Resolutionrate", "Bychannel");
        assertThat(document.all("P").get(0).read())
                .isEqualTo("ResolutionrateBeforeHatchedanddashedpartsmaystillchange.");
        assertThat(document.children().get(1).outline()).isEqualTo("Table(TR(TH TD) TR(TH TD))");
        assertThat(document.children().get(11).outline())
                .isEqualTo("Table(THead(TR(TH TH)) TBody(TR(TD TD) TR(TD TD) TR(TD TD) TR(TD TD)))");
    }

    @Test
    void a_report_alone_has_no_title_beside_that_of_the_handout_and_no_legend_where_it_says_nothing()
            throws IOException {
        Element document = read(SampleHandout.of(ranking(3))).document();
        assertThat(document.children())
                .extracting(Element::role)
                .containsExactly("H1", "Table", "Table", "Figure", "Table");
    }

    @Test
    void notes_have_headings_of_rows() throws IOException {
        Element notes = read(SampleHandout.handout()).document().children().get(1);
        assertThat(notes.all("TH")).extracting(Element::scope).containsOnly("Row");
        assertThat(notes.all("TH")).extracting(Element::read).containsExactly("Channel", "Madeat");
        assertThat(notes.all("TD")).extracting(Element::read).containsExactly(SampleHandout.PAYLOAD, "23Nov2026,09:41");
    }

    /** Rows are written a few at a time: none is lost where a part ends. */
    @ParameterizedTest
    @ValueSource(ints = {1, 50, 199, 200, 201, 400, 1_001})
    void every_cell_of_a_table_is_read_in_its_row_and_every_heading_once(int rows) throws IOException {
        Sheet sheet = table(rows, ODD);
        assertTable(sheet, lastTable(read(SampleHandout.of(sheet))));
    }

    @Test
    void a_cell_that_is_higher_than_a_page_is_one_element_on_all_its_pages() throws IOException {
        String longText = IntStream.range(0, 3_000).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
        Sheet sheet = table(3, longText);
        Element table = lastTable(read(SampleHandout.of(sheet)));
        assertTable(sheet, table);
        assertThat(table.all("TD").get(0).pages()).hasSizeGreaterThan(2);
    }

    @Test
    void what_no_typeface_has_is_shown_as_a_box_and_read_as_what_it_is() throws IOException {
        Element cell =
                lastTable(read(SampleHandout.of(table(1, ODD)))).all("TD").get(0);
        assertThat(cell.text()).isEqualTo(ODD.replace("😀", "□") + " 0");
        assertThat(cell.said()).isEqualTo(ODD + " 0");
    }

    @Test
    void a_picture_says_what_it_shows_in_both_languages() throws IOException {
        assertThat(read(SampleHandout.handout()).document().all("Figure"))
                .extracting(Element::alternative)
                .containsExactly(
                        "Chart of Resolution rate: Resolution rate and Before", "Chart of By channel: Handled");
        assertThat(TaggedPdf.read(file(SampleHandout.handout(), Language.FRENCH))
                        .document()
                        .all("Figure"))
                .extracting(Element::alternative)
                .containsExactly(
                        "Graphique de Resolution rate\u202f: Resolution rate et Before",
                        "Graphique de By channel\u202f: Handled");
    }

    @Test
    void a_picture_that_would_be_higher_than_a_page_stands_on_one() throws IOException {
        TaggedPdf pdf = read(SampleHandout.of(ranking(60)));
        Element figure = pdf.document().all("Figure").get(0);
        assertThat(figure.pages()).hasSize(1);
        assertThat(figure.read()).startsWith("Name060").endsWith("Name591");
        assertThat(pdf.pages()).hasSize(4);
    }

    @Test
    void all_that_a_page_draws_is_in_the_tree_or_an_artifact() throws IOException {
        Handout handout = new Handout(
                "Reports " + ODD,
                SampleHandout.handout().about(),
                List.of(SampleHandout.rates(), table(120, ODD), ranking(8), SampleHandout.channels()));
        byte[] file = file(handout, Language.ENGLISH);
        TaggedPdf pdf = TaggedPdf.read(file);
        assertThat(pdf.pages()).hasSizeGreaterThan(4).allSatisfy(page -> {
            assertThat(page.unmarked()).isEmpty();
            assertThat(page.artifacts()).contains("Answerloop · Reports", "Page ");
        });
        String marked = pdf.document().shown()
                + pdf.pages().stream().map(page -> page.artifacts()).collect(Collectors.joining());
        try (PDDocument read = OtherReaders.pdf(file)) {
            assertThat(letters(marked))
                    .isEqualTo(
                            letters(OtherReaders.squeezed(read, 1, pdf.pages().size())));
        }
    }

    private static Map<Integer, Long> letters(String text) {
        return OtherReaders.squeezed(text)
                .codePoints()
                .boxed()
                .collect(Collectors.groupingBy(letter -> letter, Collectors.counting()));
    }

    private static void assertTable(Sheet sheet, Element table) {
        assertThat(table.children()).extracting(Element::role).containsExactly("THead", "TBody");
        Element head = table.children().get(0);
        assertThat(head.outline()).isEqualTo("THead(TR(TH TH TH))");
        assertThat(head.all("TH")).extracting(Element::scope).containsOnly("Column");
        assertThat(head.all("TH"))
                .extracting(Element::read)
                .containsExactlyElementsOf(squeezed(sheet.columns().stream().map(Column::heading)));
        List<Element> rows = table.children().get(1).children();
        assertThat(rows).hasSameSizeAs(sheet.rows());
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).outline()).isEqualTo("TR(TD TD TD)");
            assertThat(rows.get(i).children())
                    .extracting(Element::read)
                    .containsExactlyElementsOf(squeezed(
                            sheet.rows().get(i).cells().stream().map(SampleHandout.texts(Language.ENGLISH)::of)));
        }
    }

    private static List<String> squeezed(Stream<String> texts) {
        return texts.map(OtherReaders::squeezed).toList();
    }

    private static Element lastTable(TaggedPdf pdf) {
        List<Element> tables = pdf.document().all("Table");
        return tables.get(tables.size() - 1);
    }

    private static Sheet table(int rows, String text) {
        return new Sheet(
                "Table",
                List.of(),
                List.of(
                        new Column(ODD, Column.Kind.WORDS),
                        new Column("Count", Column.Kind.COUNT),
                        new Column("Share", Column.Kind.SHARE)),
                IntStream.range(0, rows)
                        .mapToObj(i -> new Row(
                                List.of(
                                        Cell.of(text + " " + i),
                                        i % 7 == 3 ? Cell.of("") : Cell.of((long) i),
                                        new Cell.Share(0.5)),
                                i % 5 == 4))
                        .toList(),
                Optional.empty());
    }

    private static Sheet ranking(int names) {
        List<String> labels =
                IntStream.range(0, names).mapToObj(i -> "Name " + i).toList();
        List<Picture.Mark> marks = IntStream.range(0, names)
                .mapToObj(i -> new Picture.Mark((double) names - i, false, null, null))
                .toList();
        return new Sheet(
                "Ranking",
                List.of(new Note("Figure", Cell.of(4L))),
                List.of(new Column("Name", Column.Kind.WORDS)),
                labels.stream()
                        .map(name -> new Row(List.of(Cell.of(name)), false))
                        .toList(),
                Optional.of(new Picture(
                        Picture.Layout.RANKING,
                        Unit.COUNT,
                        labels,
                        List.of(new Picture.Series("Handled", Picture.Shape.BAR, 0, marks)))));
    }

    private static TaggedPdf read(Handout handout) throws IOException {
        return TaggedPdf.read(file(handout, Language.ENGLISH));
    }

    private static byte[] file(Handout handout, Language language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExportFormat.PDF.write(handout, Separator.COMMA, SampleHandout.texts(language), out);
        return out.toByteArray();
    }
}
