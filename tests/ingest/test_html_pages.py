import json

import pytest

from factcheck.errors import FactcheckError
from factcheck.ingest.page_facts import as_given
from factcheck.ingest.reader import read_bytes
from tests.ingest.ingest_files import SENTENCES, article, marks, page


def read(body, head="", **more):
    return read_bytes(page(body, head, **more).encode(), "seite.html")


def test_headline_and_standfirst_come_first_and_blocks_are_apart():
    standfirst = "Die Gegenseite bestreitet die Zahlen, auf die sich der Beschluss stützt."
    loaded = read(article(f'<p class="standfirst">{standfirst}</p>'))
    blocks = loaded.text.split("\n\n")
    assert blocks[:3] == ["Zürich nimmt Abkommen an", standfirst, f"0. {SENTENCES[0]}"]
    assert len(blocks) == 2 + 8
    assert marks(loaded, "headline") == ["Zürich nimmt Abkommen an"]
    assert marks(loaded, "standfirst") == [standfirst]


def test_captions_stand_where_the_page_has_them():
    figure = (
        "<figure><img src=a.png><figcaption>Das Rathaus in Łódź. Foto: 東京</figcaption></figure>"
    )
    body = (
        f"<article><h1>Zürich nimmt Abkommen an</h1><p>{SENTENCES[0]}</p>{figure}"
        + "".join(f"<p>{text}</p>" for text in SENTENCES[1:] * 2)
        + "</article>"
    )
    loaded = read(body)
    assert marks(loaded, "caption") == ["Das Rathaus in Łódź. Foto: 東京"]
    assert loaded.text.split("\n\n")[2] == "Das Rathaus in Łódź. Foto: 東京"
    assert loaded.text.count("Rathaus") == 1


def test_a_table_is_one_block_with_its_rows_and_cells():
    table = (
        "<table><caption>Löhne</caption><tr><th>Jahr</th><th>Zürich</th></tr>"
        "<tr><td>2019</td><td>1,150<br>CHF</td></tr><tr><td>2020</td><td>1,500</td></tr></table>"
    )
    paragraphs = "".join(f"<p>{text}</p>" for text in SENTENCES * 2)
    loaded = read(f"<article><h1>Titel</h1>{paragraphs}{table}{paragraphs[:400]}</article>")
    assert marks(loaded, "table") == ["Löhne\nJahr\tZürich\n2019\t1,150 CHF\n2020\t1,500"]
    assert loaded.text.count("1,150") == 1


def test_headings_lists_and_quotations_keep_their_order():
    body = (
        f"<article><h1>Titel</h1><p>{SENTENCES[0]} {SENTENCES[1]}</p><h2>Die Zahlen</h2>"
        f"<p>{SENTENCES[1]} {SENTENCES[2]}</p><ul><li>Erstens: 1,150 Zelte</li><li>Zweitens: 東京"
        f"</li></ul><blockquote><p>„Wir haben zweimal gezählt“, sagte sie.</p></blockquote>"
        f"<h2>Die Folgen</h2><p>{SENTENCES[3]} {SENTENCES[0]}</p><p>{SENTENCES[2]}</p></article>"
    )
    loaded = read(body)
    order = [
        loaded.text.index(words)
        for words in ("Die Zahlen", "Erstens", "Zweitens", "„Wir haben", "Die Folgen", SENTENCES[3])
    ]
    assert order == sorted(order)
    assert marks(loaded, "heading") == ["Die Zahlen", "Die Folgen"]
    assert "Erstens: 1,150 Zelte\n\nZweitens: 東京\n\n„Wir haben" in loaded.text


def test_a_correction_gets_its_landmark():
    note = "Korrektur: In einer früheren Fassung standen 1,500 Zelte; es waren 1,150."
    loaded = read(article().replace("</article>", f"<p>{note}</p></article>"))
    assert marks(loaded, "correction") == [note]


def test_navigation_comments_and_hidden_text_stay_out_and_are_named():
    body = (
        '<nav><a href="/">Startseite</a> <a href="/a">Ausland</a></nav>'
        + article('<p style="display:none">Versteckter Satz, den niemand gesehen hat.</p>')
        + '<div class="comments"><p>Ein Leser meint, dass das so nicht stimmen kann.</p></div>'
        "<footer><p>Alle Rechte vorbehalten, Nachdruck nur mit Genehmigung.</p></footer>"
    )
    loaded = read(body)
    for words in ("Startseite", "Versteckter", "Ein Leser", "Alle Rechte"):
        assert words not in loaded.text
    assert loaded.warnings == (
        "Left out: the menu (2 words), comments (9 words), the footer (7 words).",
    )


def test_a_page_of_its_article_alone_leaves_nothing_out():
    assert read(article()).warnings == ()


def test_a_correction_is_kept_wherever_it_stands():
    note = "Korrektur: In einer früheren Fassung standen 1,500 Zelte; es waren 1,150."
    marked = "Es waren 1,150 Zelte in 東京, nicht 1,500, wie zuerst berichtet."
    update = "Update, 18 Uhr: Die Gegenseite hat sich inzwischen dazu geäußert."
    loaded = read(
        article()
        + f"<footer><p>{note}</p><p class=correction>{marked}</p><p>Impressum</p></footer>"
        + f"<aside><p>{update}</p></aside>"
        + f'<div class="comments"><p>{note} Sagt ein Leser.</p></div>'
    )
    assert marks(loaded, "correction") == [note, marked]
    assert marks(loaded, "note") == [update]
    assert "Sagt ein Leser" not in loaded.text
    assert "the footer (1 word)" in loaded.warnings[0]


def test_words_hidden_within_a_paragraph_do_not_part_it():
    words = (
        'Der Stadtrat von Łódź <span style="opacity:0">nicht</span> nahm den Antrag am Mittwoch '
        "mit großer Mehrheit an."
    )
    loaded = read(article(f"<p>{words}</p>"))
    assert "von Łódź nahm den Antrag" in loaded.text
    assert "Left out: text that the page hides (1 word)." in loaded.warnings


def test_an_article_that_its_page_hides_is_read_and_marked():
    loaded = read(f'<div style="display:none">{article()}</div>')
    assert all(text in loaded.text for text in SENTENCES)
    (stretch,) = loaded.unseen
    assert loaded.text[stretch.start : stretch.end] == loaded.text
    assert stretch.why == "hidden by the page"


def test_an_article_that_a_box_cuts_in_two_is_kept_whole():
    halves = "".join(f"<p>Teil eins, {text}</p>" for text in SENTENCES)
    rest = "".join(f"<p>Teil zwei, {text}</p>" for text in SENTENCES * 3)
    body = (
        f"<main><h1>Zürich nimmt Abkommen an</h1><div class=a>{halves}</div>"
        f"<div class=box>Externer Inhalt</div><div class=b>{rest}</div></main>"
    )
    loaded = read(body)
    for text in SENTENCES:
        assert f"Teil eins, {text}" in loaded.text
        assert f"Teil zwei, {text}" in loaded.text


@pytest.mark.parametrize("depth", [300, 3000])
def test_text_that_is_nested_deep_is_not_lost(depth):
    inner = "".join(f"<p>{text}</p>" for text in SENTENCES * 2)
    body = "<div>" * depth + inner + "</div>" * depth + "<p>Der letzte Satz steht nach allem.</p>"
    text = read(body).text
    for sentence in SENTENCES:
        assert sentence in text


def test_soft_hyphens_go_and_no_break_spaces_stay():
    body = article().replace("Abkommen am", "Ab\u00adkom\u00admen\u00a0am")
    assert "das Abkommen\u00a0am Mittwoch" in read(body).text


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("windows-1251", "windows-1251"),
        ("shift_jis", "Shift_JIS"),
        ("utf-16", "utf-16"),
        ("utf-8", "iso-8859-1"),
        ("koi8-r", "koi8-r"),
    ],
)
def test_the_encoding_of_a_page_is_found(encoding, declared):
    words = "停戦合意に署名したと発表した。" if encoding == "shift_jis" else "Соглашение подписано."
    body = "".join(f"<p>{number}: {words * 4}</p>" for number in range(8))
    source = (
        f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={declared}">'
        f"<title>x</title></head><body><article><h1>{words}</h1>{body}</article></body></html>"
    )
    loaded = read_bytes(source.encode(encoding), "alt.html")
    assert f"3: {words * 4}" in loaded.text
    assert loaded.warnings == ()


def test_linked_data_tells_title_byline_outlet_date_and_language():
    data = {
        "@graph": [
            {"@type": "Organization", "name": "Falsch"},
            {
                "@type": ["NewsArticle"],
                "headline": "Zürich nimmt Abkommen an",
                "author": [{"name": "Ann Linde"}, {"name": "Łukasz Żak"}],
                "publisher": {"name": "Der Anzeiger"},
                "datePublished": "2020-11-17T09:30:00+03:00",
            },
        ]
    }
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    loaded = read(article(), script, title="Zürich nimmt Abkommen an | Der Anzeiger")
    assert loaded.title == "Zürich nimmt Abkommen an"
    assert (loaded.byline, loaded.outlet) == ("Ann Linde; Łukasz Żak", "Der Anzeiger")
    assert (loaded.published, loaded.language) == ("2020-11-17T09:30:00+03:00", "de")


def test_meta_elements_tell_what_linked_data_does_not():
    head = (
        '<meta property="og:site_name" content="Der Anzeiger">'
        '<meta property="article:published_time" content="2020-11-17">'
        '<meta name="author" content="Von Ann Linde">'
        '<link rel="canonical" href="https://example.org/a/1">'
        '<script type="application/ld+json">{ broken</script>'
    )
    loaded = read(article(), head)
    assert (loaded.outlet, loaded.published, loaded.byline, loaded.url) == (
        "Der Anzeiger",
        "2020-11-17",
        "Ann Linde",
        "https://example.org/a/1",
    )


def test_a_byline_above_the_text_is_read_and_a_page_without_facts_says_nothing():
    assert read(article("<p>Von Ann Linde</p>")).byline == "Ann Linde"
    loaded = read(article())
    assert (loaded.byline, loaded.outlet, loaded.published, loaded.url) == ("", "", "", "")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("2020", "2020"),
        ("2020-11", "2020-11"),
        ("2020-11-17T09:30+0300", "2020-11-17T09:30+03:00"),
        ("2020-11-17 09:30:12.5 GMT", "2020-11-17T09:30:12Z"),
        ("20201117T093012", "2020-11-17T09:30:12"),
        ("yesterday", ""),
        ("2020-13-01", ""),
    ],
)
def test_a_date_keeps_its_own_precision_and_offset(said, kept):
    assert as_given(said) == kept


@pytest.mark.parametrize(
    "body", ["", "<img src=a.png>", "<script>document.write('x')</script>", "<nav>Start</nav>"]
)
def test_a_page_without_text_is_refused(body):
    with pytest.raises(FactcheckError, match=r"“seite\.html” is a web page with no text in it"):
        read(body, title="")


@pytest.mark.parametrize("source", ["<!-- a -->", "<!-- 東京", "</body></html>", "<!doctype html>"])
def test_a_page_of_nothing_is_refused_with_a_sentence(source):
    with pytest.raises(FactcheckError, match=r"“leer\.html” is a web page with no text in it"):
        read_bytes(source.encode(), "leer.html")


def test_an_empty_page_in_a_frame_takes_nothing_from_the_page_around_it():
    loaded = read(article('<iframe srcdoc="&lt;!-- 東京 --&gt;"></iframe>'))
    assert all(text in loaded.text for text in SENTENCES)


def test_a_text_named_html_is_refused():
    with pytest.raises(FactcheckError, match="it has no HTML in it"):
        read_bytes("Nur Text, 東京".encode(), "seite.html")


def test_an_article_that_a_script_shows_is_read_with_a_warning():
    kept = article().replace("<h1>Zürich nimmt Abkommen an</h1>", "")
    body = f"<h1>Zürich nimmt Abkommen an</h1><script type='text/template'>{kept}</script>"
    loaded = read(body)
    assert f"7. {SENTENCES[3]}" in loaded.text
    assert "by a script" in loaded.warnings[0]


def test_an_article_that_only_search_engines_get_is_read_with_a_warning():
    told = "\n\n".join(SENTENCES * 2)
    data = json.dumps({"@type": "NewsArticle", "articleBody": told})
    script = f'<script type="application/ld+json">{data}</script>'
    loaded = read("<div id=app></div><h1>Zürich nimmt Abkommen an</h1>", script)
    assert all(text in loaded.text for text in SENTENCES)
    assert "search engines" in loaded.warnings[0]


def test_a_lone_h1_in_the_pages_header_is_the_headline_and_the_sites_name_is_not():
    header = "<header><h1>Streit um die Löhne in Łódź</h1></header>"
    paragraphs = "".join(f"<p>{text}</p>" for text in SENTENCES * 2)
    loaded = read(f"{header}<main>{paragraphs}</main>")
    assert marks(loaded, "headline") == ["Streit um die Löhne in Łódź"]
    site = '<h1><a href="/">Der Anzeiger</a></h1><h2>Zürich nimmt Abkommen an</h2>'
    loaded = read(f"{site}<main>{paragraphs}</main>")
    assert marks(loaded, "headline") == ["Zürich nimmt Abkommen an"]


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Posted on September 21, 2020 by Adi Tzlil", "Adi Tzlil"),
        ("Von Janic Cathomen, 01.12.2021", "Janic Cathomen"),
        ("Sara Zinnecker Stand: 05. Februar 2020", "Sara Zinnecker"),
        ("Last Updated: January 7, 2025", ""),
        ("https://example.org/ann", ""),
    ],
)
def test_a_byline_is_a_name_without_dates(said, kept):
    assert read(article(f'<p class="byline">{said}</p>')).byline == kept


@pytest.mark.parametrize("count", [200_000])
def test_broken_markup_is_read_in_linear_time(count):
    with pytest.raises(FactcheckError, match="no text in it"):
        read_bytes(b"<html>" + b"<" * count, "kaputt.html")
