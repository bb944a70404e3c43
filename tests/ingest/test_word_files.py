from datetime import datetime

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from factcheck.errors import FactcheckError
from factcheck.ingest import package
from factcheck.ingest import word_looks as looks
from factcheck.ingest.reader import read_bytes
from tests.hostile import office as hostile
from tests.ingest.ingest_files import archive, marks, repacked, word

FOOTNOTES = (
    '<?xml version="1.0" encoding="UTF-8"?><w:footnotes {}><w:footnote w:id="2"><w:p><w:r>'
    "<w:t>Nach Angaben der Stadt, 東京.</w:t></w:r></w:p></w:footnote></w:footnotes>"
).format(nsdecls("w"))


def read(data):
    return read_bytes(data, "bericht.docx")


def add(document, inner):
    document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>"))


def test_paragraphs_headings_captions_and_tables_keep_their_order():
    def fill(document):
        document.add_paragraph("Zürich nimmt an", style="Title")
        document.add_paragraph("Die Zahlen sind umstritten", style="Subtitle")
        document.add_heading("Die Löhne", 1)
        document.add_paragraph("Sie steigen um 3,5 %.")
        table = document.add_table(2, 2)
        for number, words in enumerate(("Jahr", "東京", "2020", "1,150")):
            table.cell(number // 2, number % 2).text = words
        document.add_paragraph("Abbildung 1: Rathaus", style="Caption")

    loaded = read(word(fill))
    assert loaded.text == (
        "Zürich nimmt an\n\nDie Zahlen sind umstritten\n\nDie Löhne\n\nSie steigen um 3,5 %.\n\n"
        "Jahr\t東京\n2020\t1,150\n\nAbbildung 1: Rathaus"
    )
    kinds = ["headline", "standfirst", "heading", "table", "caption"]
    assert [mark.kind for mark in loaded.landmarks] == kinds
    assert marks(loaded, "caption") == ["Abbildung 1: Rathaus"]


def test_tracked_insertions_are_kept_and_deletions_left_out():
    def fill(document):
        add(
            document,
            "<w:r><w:t>Es waren </w:t></w:r><w:del><w:r><w:delText>1,500</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>1,150</w:t></w:r></w:ins><w:r><w:t xml:space='preserve'> Zelte"
            "</w:t></w:r>",
        )

    loaded = read(word(fill))
    assert loaded.text == "Es waren 1,150 Zelte"
    assert "tracked changes" in loaded.warnings[0]


def test_text_boxes_and_content_controls_are_not_lost():
    def fill(document):
        add(
            document,
            "<w:sdt><w:sdtContent><w:r><w:t>Feld 東京</w:t></w:r></w:sdtContent></w:sdt>"
            "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Kasten Łódź</w:t></w:r></w:p>"
            "</w:txbxContent></w:pict></w:r>",
        )

    assert read(word(fill)).text == "Feld 東京\n\nKasten Łódź"


def test_footnotes_stand_at_the_end_with_their_number():
    plain = word(lambda document: add(document, "<w:r><w:t>Zelte</w:t></w:r><w:r>"
                                      "<w:footnoteReference w:id='2'/></w:r>"))  # fmt: skip

    def change(name, data):
        if name == "word/_rels/document.xml.rels":
            link = (
                b'<Relationship Id="rIdN" Target="footnotes.xml" Type="http://schemas.openxml'
                b'formats.org/officeDocument/2006/relationships/footnotes"/></Relationships>'
            )
            return data.replace(b"</Relationships>", link)
        if name == "[Content_Types].xml":
            part = (
                b'<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxml'
                b'formats-officedocument.wordprocessingml.footnotes+xml"/></Types>'
            )
            return data.replace(b"</Types>", part)
        return data

    import io
    import zipfile

    changed = io.BytesIO(repacked(plain, change))
    with zipfile.ZipFile(changed, "a") as packed:
        packed.writestr("word/footnotes.xml", FOOTNOTES)
    loaded = read(changed.getvalue())
    assert loaded.text == "Zelte[1]\n\n[1] Nach Angaben der Stadt, 東京."
    assert marks(loaded, "note") == ["[1] Nach Angaben der Stadt, 東京."]


def test_the_files_own_properties_are_read():
    def fill(document):
        document.add_paragraph("Text")
        properties = document.core_properties
        properties.title, properties.author = "Zürich", "Ann Linde"
        properties.created, properties.language = datetime(2020, 11, 17, 9, 30), "de-CH"

    loaded = read(word(fill))
    assert (loaded.title, loaded.byline, loaded.language) == ("Zürich", "Ann Linde", "de-CH")
    assert loaded.published == "2020-11-17T09:30:00Z"


def test_an_empty_document_is_refused():
    with pytest.raises(FactcheckError, match=r"“bericht\.docx” has no text in it"):
        read(word(lambda document: None))


def test_a_cut_archive_is_damaged():
    data = word(lambda document: document.add_paragraph("Text"))
    with pytest.raises(FactcheckError, match=r"“bericht\.docx” is damaged"):
        read(data[: len(data) // 2] + b"word/document.xml")


def test_an_archive_without_a_document_is_damaged():
    with pytest.raises(FactcheckError, match="damaged"):
        read(archive({"word/document.xml": b"<w/>", "[Content_Types].xml": b"<Types/>"}))


def test_a_bomb_is_refused_before_it_is_parsed(monkeypatch):
    monkeypatch.setattr(package, "MAX_BYTES", 3 * 2**20)
    data = archive({"word/document.xml": b"<a/>", "word/media/a.bin": bytes(9 * 2**20)})
    with pytest.raises(FactcheckError, match="far larger than a document"):
        read(data)


def test_a_member_packed_too_tight_is_refused():
    data = archive({"word/document.xml": b"<a/>", "word/media/a.bin": bytes(9 * 2**20)})
    with pytest.raises(FactcheckError, match="far larger than a document"):
        read(data)


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/evil", "..\\evil", "C:/evil"])
def test_names_outside_the_archive_are_refused(name):
    with pytest.raises(FactcheckError, match="names files outside itself"):
        read(archive({"word/document.xml": b"<a/>", name: b"x"}))


def test_too_many_members_are_refused():
    members = {f"word/{number}": b"" for number in range(package.MAX_MEMBERS)}
    with pytest.raises(FactcheckError, match="more than 2000 files"):
        read(archive({"word/document.xml": b"<a/>", **members}))


def test_entities_are_refused():
    data = word(lambda document: document.add_paragraph("Text"))
    bomb = b'<!DOCTYPE a [<!ENTITY x "xxx">]>'
    changed = repacked(
        data,
        lambda name, old: (
            old.replace(b"<w:document", bomb + b"<w:document", 1)
            if name == "word/document.xml"
            else old
        ),
    )
    with pytest.raises(FactcheckError, match="defines entities"):
        read(changed)


def made(body, **more):
    return read(hostile.word(body, **more))


def unseen(loaded):
    return [(loaded.text[each.start : each.end], each.why) for each in loaded.unseen]


def test_hidden_words_in_a_table_keep_their_place():
    cell = "<w:tc>{}</w:tc>"
    row = cell.format(hostile.paragraph("  Łódź \n weit ")) + cell.format(
        "<w:p>"
        + hostile.run_of("  offen ")
        + hostile.run_of(" geheim  ß ", "<w:vanish/>")
        + "</w:p>"
    )
    loaded = made(f"<w:tbl><w:tr>{row}</w:tr><w:tr>{row}</w:tr></w:tbl>")
    assert loaded.text == "Łódź weit\toffen geheim ß\nŁódź weit\toffen geheim ß"
    assert unseen(loaded) == [("geheim ß", looks.HIDDEN)] * 2


def test_what_is_anchored_follows_its_paragraph_and_versions_of_it_count_once():
    box = "<w:txbxContent>" + hostile.paragraph("Kasten 東京") + "</w:txbxContent>"
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    loaded = made(
        f"<w:p>{hostile.run_of('vorn ')}<w:r>{both}</w:r>{hostile.run_of('hinten')}</w:p>"
    )
    assert loaded.text == "vorn hinten\n\nKasten 東京"
    assert loaded.warnings == ()


def test_a_sentence_in_a_footer_is_a_note_and_a_running_title_is_said():
    footer = hostile.paragraph("Seite 3") + hostile.paragraph("Berichtigung: Es waren zwölf.")
    loaded = made(
        hostile.paragraph("Text") + '<w:sectPr><w:footerReference r:id="f"/></w:sectPr>',
        links=(hostile.Link("f", "footer", "f.xml"),),
        parts={"word/f.xml": f"<w:ftr>{footer}{footer}</w:ftr>"},
    )
    assert loaded.text == "Text\n\nBerichtigung: Es waren zwölf."
    assert [mark.kind for mark in loaded.landmarks] == ["note"]
    assert loaded.warnings == ("Left out: footer (2 words).",)


def test_a_formula_stands_on_a_line():
    def math(inner):
        return made(f"<w:p><m:oMath>{inner}</m:oMath></w:p>").text

    def run(letters):
        return f"<m:r><m:t>{letters}</m:t></m:r>"

    half = f"<m:f><m:num>{run('1')}</m:num><m:den>{run('2+n')}</m:den></m:f>"
    assert math(half) == "1/(2+n)"
    assert math(f"<m:sSup><m:e>{run('10')}</m:e><m:sup>{half}</m:sup></m:sSup>") == "10^(1/(2+n))"
    assert math(f"<m:rad><m:deg>{run('3')}</m:deg><m:e>{run('x')}</m:e></m:rad>") == "√3&x"
    many = f"<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr><m:sub>{run('i')}</m:sub></m:nary>"
    assert math(many) == "∑_i"
    assert math(f"<m:d><m:e>{run('a')}</m:e><m:e>{run('b')}</m:e></m:d>") == "(a|b)"


def test_the_date_of_a_file_keeps_the_precision_that_it_has():
    for told, kept in (("2020", "2020"), ("2020-11", "2020-11"), ("gestern", "")):
        members = hostile.word_members(hostile.paragraph("Text"))
        members["_rels/.rels"] = hostile.relations(
            hostile.Link("d", "officeDocument", "word/document.xml"),
            hostile.Link("c", "metadata/core-properties", "core.xml"),
        )
        members["core.xml"] = f"<p><created>{told}</created></p>"
        assert read(hostile.packed(members)).published == kept
