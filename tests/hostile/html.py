"""Web pages that lose words, hide words, or show them where none are looked for.

What each shows and hides is what Chromium shows and hides: tests/benchmarks/visible.py --specimens
compares them.
"""

from collections.abc import Iterator

from tests.hostile.specimens import Specimen

SEEN = "Der Stadtrat von Łódź nahm den Antrag mit 71 zu 40 Stimmen an, wie die Kanzlei bestätigte."
ALSO = "Die Gegenseite zählte 1,150 Zelte am Flussufer und widersprach dem Bericht noch am Abend."
UNSEEN = "Niemand las je diesen Satz, nach dem die Löhne in Zürich um 98 Prozent gestiegen seien."
_FILLER = (
    "Nach Angaben der Behörde sank der Pegel der Limmat seit dem Winter um ein Drittel, und er "
    "werde wohl noch wochenlang weiter sinken."
)
_NOTE = "Korrektur: In einer früheren Fassung standen 1,500 Zelte; es waren 1,150."
_FIRST, _LAST = f"Alpha. {_FILLER}", f"Omega. {_FILLER}"
_WHOLE = (_FIRST, _LAST)


def page(
    middle: str = "", *, after: str = "", before: str = "", head: str = "", attributes: str = ""
) -> str:
    """Return a page with an article of six paragraphs, and something in, after or before it."""
    more = "".join(f"<p>{number}. {_FILLER}</p>\n" for number in range(2))
    return (
        f"<!doctype html><html lang=de {attributes}><head><meta charset=utf-8>"
        f"<title>Der Pegel fällt</title>{head}</head><body>{before}<article>"
        f"<h1>Der Pegel fällt um ein Drittel</h1>\n<p>{_FIRST}</p>\n{more}{middle}\n{more}"
        f"<p>{_LAST}</p></article>{after}</body></html>"
    )


def specimens() -> Iterator[Specimen]:
    """Give pages."""
    yield from _in_the_middle()
    yield from _around()
    yield from _hidden()
    yield from _generated()
    yield from _broken()
    yield from _encoded()


def _made(name: str, source: str, *shown: str, hidden: tuple[str, ...] = ()) -> Specimen:
    return Specimen(f"{name}.html", source.encode(), (*_WHOLE, *shown), hidden)


def _in_the_middle() -> Iterator[Specimen]:
    """Give articles in which a sentence stands in an element of its own kind."""
    kinds = {
        "button": f"<button>{SEEN}</button>",
        "button-with-paragraph": f"<button type=button><p>{SEEN}</p></button>",
        "textarea": f"<textarea rows=5 cols=80>{SEEN}</textarea>",
        "input-value": f'<input size=120 value="{SEEN}">',
        "input-submit": f'<form><input type=submit value="{SEEN}"></form>',
        "input-placeholder": f'<input size=120 placeholder="{SEEN}">',
        "select": f"<select><option>{SEEN}<option>Nein</select>",
        "optgroup-label": f'<select size=4><optgroup label="{SEEN}"><option>A</select>',
        "label": f"<label>{SEEN}<input type=checkbox></label>",
        "legend": f"<fieldset><legend>{SEEN}</legend></fieldset>",
        "output": f"<output>{SEEN}</output>",
        "details-open": f"<details open><summary>Mehr</summary><p>{SEEN}</p></details>",
        "details-closed": f"<details><summary>Mehr</summary><p>{SEEN}</p></details>",
        "summary": f"<details><summary>{SEEN}</summary></details>",
        "dialog-open": f"<dialog open><p>{SEEN}</p></dialog>",
        "svg-text": f"<svg width=900 height=40><text y=20>{SEEN}</text></svg>",
        "svg-foreign": "<svg width=900 height=90><foreignObject width=900 height=90>"
        f"<p>{SEEN}</p></foreignObject></svg>",
        "math": f"<math><mtext>{SEEN}</mtext></math>",
        "object-fallback": f"<object><p>{SEEN}</p></object>",
        "srcdoc": f'<iframe width=900 srcdoc="&lt;p&gt;{SEEN}&lt;/p&gt;"></iframe>',
        "marquee": f"<marquee>{SEEN}</marquee>",
        "ruby": f"<p>{SEEN} <ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby></p>",
        "del": f"<p><del>{SEEN}</del></p>",
        "s": f"<p><s>{SEEN}</s></p>",
        "ins": f"<ins><p>{SEEN}</p></ins>",
        "mark": f"<mark>{SEEN}</mark>",
        "center-font": f"<center><font size=2>{SEEN}</font></center>",
        "figcaption": f"<figure><img src=a.png><figcaption>{SEEN}</figcaption></figure>",
        "pre": f"<pre>{SEEN}</pre>",
        "code": f"<p><code>{SEEN}</code></p>",
        "xmp": f"<xmp>{SEEN}</xmp>",
        "address": f"<address>{SEEN}</address>",
        "definition": f"<dl><dt>Beschluss<dd>{SEEN}</dl>",
        "list": f"<ul><li>{SEEN}<li>Zweitens, ein kurzer Punkt.</ul>",
        "table": f"<table><tr><td>Zeit<td>Rat<tr><td>2019<td>{SEEN}</table>",
        "table-one-cell": f"<table><tr><td>{SEEN}</table>",
        "table-two-columns": f"<table><tr><td>{SEEN}<td>{_FILLER}</table>",
        "table-caption": f"<table><caption>{SEEN}</caption><tr><td>1<td>2<tr><td>3<td>4</table>",
        "table-stray": f"<table>{SEEN}<tr><td>1<td>2<tr><td>3<td>4</table>",
        "table-stray-in-row": f"<table><tr><p>{SEEN}</p><td>1<td>2<tr><td>3<td>4</table>",
        "table-foot": f"<table><tr><td>1<td>2<tr><td>3<td>4<tfoot><tr><td>{SEEN}</table>",
        "table-in-cell": "<table><tr><td>1<td><table><tr><td>2<td>3<tr><td>4<td>"
        f"{SEEN}</table></table>",
        "custom-element": f"<news-text>{SEEN}</news-text>",
        "custom-block": f'<my-p style="display:block">{SEEN}</my-p>',
        "prefixed-element": f"<o:p>{SEEN}</o:p>",
        "unknown-element": f"<absatz>{SEEN}</absatz>",
        "bare-text": f"{SEEN}",
        "bare-text-breaks": f"<br><br>{SEEN}<br><br>",
        "div-promo": f"<div class=promo>{SEEN}</div>",
        "p-promo": f"<p class=promo>{SEEN}</p>",
        "p-share": f"<p class=share>{SEEN}</p>",
        "p-newsletter": f"<p class=newsletter>{SEEN}</p>",
        "p-advert": f"<p class=ad>{SEEN}</p>",
        "p-comment": f"<p class=comment>{SEEN}</p>",
        "div-related": f"<div class=related><p>{SEEN}</p></div>",
        "aside": f"<aside><p>{SEEN}</p></aside>",
        "aside-update": f"<aside><p>Update, 18 Uhr: {SEEN}</p></aside>",
        "nav": f"<nav><p>{SEEN}</p></nav>",
        "form": f"<form><p>{SEEN}</p></form>",
        "menu": f"<menu><li>{SEEN}</menu>",
        "footer": f"<footer><p>{SEEN}</p></footer>",
        "header": f"<header><p>{SEEN}</p></header>",
        "hgroup": f"<hgroup><h2>Zwischentitel</h2><p>{SEEN}</p></hgroup>",
        "heading": f"<h4>{SEEN}</h4>",
        "second-h1": f"<h1>{SEEN}</h1>",
        "link": f'<p><a href="/a">{SEEN}</a></p>',
        "blockquote": f"<blockquote>{SEEN}<footer>Der Rat</footer></blockquote>",
        "spans": "<p>" + " ".join(f"<span>{word}</span>" for word in SEEN.split()) + "</p>",
        "soft-hyphens": f"<p>{SEEN.replace('Stadtrat', 'Stadt&shy;rat')}</p>",
        "entities": "<p>" + "".join(f"&#{ord(sign)};" for sign in SEEN) + "</p>",
        "word-breaks": f"<p>{SEEN.replace('Stadtrat', 'Stadt<wbr>rat')}</p>",
        "aria-hidden": f"<p aria-hidden=true>{SEEN}</p>",
        "role-presentation": f"<p role=presentation>{SEEN}</p>",
        "shadow-open": f"<div><template shadowrootmode=open><p>{SEEN}</p></template></div>",
        "shadow-slot": "<div><template shadowrootmode=open><slot></slot></template>"
        f"<p>{SEEN}</div>",
        "map": f"<map name=m><p>{SEEN}</p></map>",
        "noscript-and-text": f"<noscript><img src=a.png></noscript><p>{SEEN}</p>",
        "contenteditable": f"<div contenteditable>{SEEN}</div>",
        "print-hidden": f"<style>@media print{{.d{{display:none}}}}</style><p class=d>{SEEN}</p>",
        "hover-hidden": f"<style>.d:hover{{display:none}}</style><p class=d>{SEEN}</p>",
        "shown-again": "<style>p.d{display:none}#e.d{display:block}</style>"
        f"<p class=d id=e>{SEEN}</p>",
        "shown-by-important": "<style>.d{display:block!important}</style>"
        f'<p class=d style="display:none">{SEEN}</p>',
        "shown-though-hidden": f"<style>.d{{display:flex}}</style><p class=d hidden>{SEEN}</p>",
        "visible-in-hidden": '<div style="visibility:hidden"><p style="visibility:visible">'
        f"{SEEN}</p></div>",
        "narrow-only": "<style>@media (max-width:600px){.d{display:none}}</style>"
        f"<p class=d>{SEEN}</p>",
        "font-size-inside": f'<div style="font-size:0"><p style="font-size:16px">{SEEN}</p></div>',
        "white-on-black": f'<p style="color:#fff;background:#000">{SEEN}</p>',
        "half-transparent": f'<p style="opacity:.5">{SEEN}</p>',
        "columns": f'<div style="columns:2"><p>{SEEN}</p></div>',
    }
    for name, middle in kinds.items():
        yield _made(name, page(middle), SEEN)


def _around() -> Iterator[Specimen]:
    """Give pages on which a sentence stands outside the article."""
    after = {
        "after-article": f"<p>{SEEN}</p>",
        "footer-correction": f"<footer><p>{_NOTE}</p><p>{SEEN}</p></footer>",
        "footer-class-correction": f"<footer><p class=correction>{SEEN}</p></footer>",
        "aside-correction": f"<aside><p>{_NOTE} {SEEN}</p></aside>",
        "second-article": f"<article><h2>Nachtrag</h2><p>{SEEN}</p></article>",
        "section-after": f"<section><h2>Anmerkungen</h2><p>{SEEN}</p></section>",
        "sidebar": f"<div class=sidebar><p>{SEEN}</p></div>",
        "comments": f"<div id=comments><p>{SEEN}</p></div>",
        "related": f'<ul class=related><li><a href="/b">{SEEN}</a></ul>',
        "cookie-banner": f"<div class=cookie-banner><p>{SEEN}</p><button>Ja</button></div>",
        "bare-after": SEEN,
        "div-after": f"<div>{SEEN}</div>",
        "table-after": f"<table><tr><td>{SEEN}<td>2</table>",
        "endnote": f"<ol class=footnotes><li>{SEEN}</ol>",
        "small": f"<p><small>{SEEN}</small></p>",
        "dialog-after": f"<dialog open>{SEEN}</dialog>",
        "form-after": f"<form><label>{SEEN}</label><input name=q></form>",
        "cell-of-layout": f"<table><tr><td>{SEEN}</table>",
    }
    for name, what in after.items():
        yield _made(name, page(after=what), SEEN)
    for name in ("</html>", "</body></html>", "</article></body></html><!-- -->"):
        source = page() + (f"<p>{SEEN}</p>" if name == "</html>" else f"{name}<div>{SEEN}</div>")
        yield _made(f"after-{len(name)}", source, SEEN)
    before = {
        "header-note": f"<header><p>{_NOTE} {SEEN}</p></header>",
        "banner-before": f"<div role=banner><p>{SEEN}</p></div>",
        "bare-before": SEEN,
        "menu-before": f"<nav><ul><li>{SEEN}</ul></nav>",
        "before-headline": f"<p>{SEEN}</p>",
    }
    for name, what in before.items():
        yield _made(name, page(before=what), SEEN)
    yield _made("in-head", page(head=f"<p>{SEEN}</p>"), SEEN)


def _hidden() -> Iterator[Specimen]:
    """Give articles with a sentence that nobody sees."""
    styles = (
        "display:none", "DISPLAY : NONE !important", "display/**/:none", r"d\69splay:n\6fne",
        "visibility:hidden", "visibility:collapse", "opacity:0", "opacity:0.0", "opacity:0%",
        "filter:opacity(0)", "font-size:0", "font-size:0px", "font:0/0 a;font-size:0",
        "position:absolute;left:-9999px", "position:fixed;top:-9999px",
        "position:absolute;left:-999em", "position:relative;left:-9999px",
        "margin-left:-9999px", "text-indent:-9999px",
        "position:absolute;clip:rect(0 0 0 0)", "position:absolute;clip:rect(1px,1px,1px,1px)",
        "clip-path:inset(100%)", "clip-path:circle(0)", "height:0;overflow:hidden",
        "max-height:0;overflow:hidden", "width:1px;height:1px;overflow:hidden;position:absolute",
        "transform:scale(0)", "transform:translateX(-9999px)", "content-visibility:hidden",
        "color:white", "color:#fff", "color:#FFFFFF", "color:rgb(255,255,255)",
        "color:rgb(255 255 255)", "color:#fefefe", "color:transparent", "color:rgba(0,0,0,0)",
        "color:#0000", "color:#000;background:#000", "color:black;background-color:#010101",
        "-webkit-text-security:disc", "-webkit-text-fill-color:transparent",
        "direction:rtl;unicode-bidi:bidi-override", "color:hsl(0,0%,100%)",
        "color:hsl(120deg 50% 99%)", "scale:0", "scale:1 0",
        "position:absolute;inset:0 0 0 -9999px",
    )  # fmt: skip
    for number, style in enumerate(styles):
        yield _made(
            f"style-{number:02}", page(f'<p style="{style}">{UNSEEN}</p>'), hidden=(UNSEEN,)
        )
        if number % 3 == 0:
            words = (
                f'<p>{ALSO} <span style="display:inline-block;{style}">{UNSEEN}</span> Ende.</p>'
            )
            yield _made(f"phrase-{number:02}", page(words), ALSO, hidden=(UNSEEN,))
    rules = {
        "class": (".a{display:none}", "class=a"),
        "classes": (".b.a{display:none}", 'class="a b"'),
        "id": ("#a{visibility:hidden}", "id=a"),
        "tag-and-class": ("p.a{opacity:0}", "class=a"),
        "attribute": ("[data-x]{display:none}", "data-x=1"),
        "attribute-value": ('p[data-x^="ab"]{display:none}', "data-x=abc"),
        "descendant": ("article p.a{display:none}", "class=a"),
        "child": ("article>p.a{display:none}", "class=a"),
        "sibling": ("p+p.a{display:none}", "class=a"),
        "later-sibling": ("h1~p.a{display:none}", "class=a"),
        "not": ("p.a:not(.b){display:none}", "class=a"),
        "is": ("article :is(.a,.b){display:none}", "class=a"),
        "nth": ("article>*:nth-child(5){display:none}", ""),
        "media-screen": ("@media screen and (min-width:300px){.a{display:none}}", "class=a"),
        "media-width": ("@media (width>=300px){.a{display:none}}", "class=a"),
        "supports": ("@supports (display:grid){.a{display:none}}", "class=a"),
        "layer": ("@layer x{.a{display:none}}", "class=a"),
        "nested": ("article{p&.b{color:red} .a{display:none}}", "class=a"),
        "later-rule": (".a{display:block}.a{display:none}", "class=a"),
        "important": (".a{display:none!important}#b{display:block}", "class=a id=b"),
        "escaped-class": (r".md\:a{display:none}", "class=md:a"),
        "string-with-brace": ('.x{content:"}"}.a{display:none}', "class=a"),
        "comment": ("/* } */.a/**/{display:none}", "class=a"),
        "two-rules": (".a{position:absolute}.b{left:-9999px}", 'class="a b"'),
        "ground": ("body{background:#eee}.a{color:#eeeeee}", "class=a"),
        "cut": (".a{overflow:hidden}.b{height:0}", 'class="a b"'),
        "upper-case": (".a{DISPLAY:None}", "class=a"),
        "list": (".x,.a,.y{display:none}", "class=a"),
        "html-comment": ("<!-- .a{display:none} -->", "class=a"),
    }
    for name, (rule, attributes) in rules.items():
        source = page(f"<p {attributes}>{UNSEEN}</p>", head=f"<style>{rule}</style>")
        yield _made(f"rule-{name}", source, hidden=(UNSEEN,))
    data = "data:text/css,.a%7Bdisplay:none%7D"
    others = {
        "hidden-attribute": f"<p hidden>{UNSEEN}</p>",
        "hidden-until-found": f"<p hidden=until-found>{UNSEEN}</p>",
        "dialog-closed": f"<dialog><p>{UNSEEN}</p></dialog>",
        "popover": f"<div popover><p>{UNSEEN}</p></div>",
        "template": f"<template><p>{UNSEEN}</p></template>",
        "noscript": f"<noscript><p>{UNSEEN}</p></noscript>",
        "comment": f"<!-- <p>{UNSEEN}</p> -->",
        "conditional-comment": f"<!--[if IE]><p>{UNSEEN}</p><![endif]-->",
        "script": f"<script type=text/plain>{UNSEEN}</script>",
        "style": f"<style>{UNSEEN}</style>",
        "canvas": f"<canvas>{UNSEEN}</canvas>",
        "video": f"<video><p>{UNSEEN}</p></video>",
        "noframes": f"<noframes>{UNSEEN}</noframes>",
        "noembed": f"<noembed>{UNSEEN}</noembed>",
        "iframe-fallback": f"<iframe>{UNSEEN}</iframe>",
        "datalist": f"<datalist><option>{UNSEEN}</datalist>",
        "alt": f'<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="{UNSEEN}">',
        "title-attribute": f'<p title="{UNSEEN}">Kurz.</p>',
        "input-hidden": f'<input type=hidden value="{UNSEEN}">',
        "svg-title": f"<svg width=90 height=9><title>{UNSEEN}</title></svg>",
        "svg-defs": f"<svg width=90 height=9><defs><text>{UNSEEN}</text></defs></svg>",
        "math-annotation": f"<math><semantics><mi>x</mi><annotation>{UNSEEN}</annotation>"
        "</semantics></math>",
        "rp": f"<ruby>東京<rp>{UNSEEN}</rp><rt>とうきょう</rt></ruby>",
        "title-in-body": f"<title>{UNSEEN}</title>",
        "shadow-covers": "<div><template shadowrootmode=open>Kurz.</template>"
        f"<p>{UNSEEN}</p></div>",
        "font-white": f"<p><font color=white>{UNSEEN}</font></p>",
        "bgcolor": f"<table bgcolor=navy><tr><td><font color=navy>{UNSEEN}</font></table>",
        "bdo": f"<p><bdo dir=rtl>{UNSEEN}</bdo></p>",
        "hidden-parent": f'<div style="display:none"><div><p>{UNSEEN}</p></div></div>',
        "hidden-row": "<table><tr><td>1<td>2<tr><td>3<td>4"
        f'<tr style="display:none"><td>5<td>{UNSEEN}</table>',
        "hidden-cell": f'<table><tr><td>1<td>2<tr><td>3<td hidden>{UNSEEN}</table>',
        "hidden-item": f'<ul><li>Eins<li style="display:none">{UNSEEN}</ul>',
        "hidden-button": f'<button style="display:none">{UNSEEN}</button>',
        "hidden-srcdoc": f'<iframe hidden srcdoc="<p>{UNSEEN}"></iframe>',
        "data-sheet": f'<link rel=stylesheet href="{data}"><p class=a>{UNSEEN}</p>',
        "style-in-body": f"<div><style>.a{{display:none}}</style></div><p class=a>{UNSEEN}</p>",
    }  # fmt: skip
    for name, what in others.items():
        yield _made(f"unseen-{name}", page(what), hidden=(UNSEEN,))


def _generated() -> Iterator[Specimen]:
    """Give articles with words that styles write."""
    rules = {
        "before": (f'.a::before{{content:"{SEEN} "}}', "<p class=a>Punkt.</p>"),
        "after": (f'.a:after{{content:"{SEEN}"}}', "<p class=a>Punkt: </p>"),
        "alone": (f'.a::before{{content:"{SEEN}"}}', "<p class=a></p>"),
        "attribute": (".a::after{content:attr(data-t)}", f'<p class=a data-t="{SEEN}">Da: </p>'),
        "escaped": (
            '.a::after{content:"' + SEEN.replace("Ł", r"\141 ") + '"}',
            "<p class=a>Da: </p>",
        ),
    }
    for name, (rule, what) in rules.items():
        yield _made(f"content-{name}", page(what, head=f"<style>{rule}</style>"), SEEN)
    unseen = f'<style>.a::after{{content:"{UNSEEN}";display:none}}</style><p class=a>Da.</p>'
    yield _made("content-hidden", page(unseen), hidden=(UNSEEN,))


def _broken() -> Iterator[Specimen]:
    """Give pages whose markup is broken, or nested deeper than parsers go."""
    for depth in (300, 600, 2200, 5000, 50_000):
        nested = "<div>" * depth + f"<p>{SEEN}</p>" + "</div>" * depth
        yield _made(f"deep-{depth}", page(nested), SEEN)
        yield _made(f"deep-open-{depth}", page(after="<div>" * depth + SEEN), SEEN)
    marked = {"class": '<div class="a b">', "span": "<span>", "b": "<b>", "ul": "<ul><li>"}
    for name, tag in marked.items():
        shut = f"</{tag[1:].split()[0].split('>')[0]}>"
        nested = tag * 3000 + SEEN + shut * 3000
        yield _made(f"deep-{name}", page(nested, after=f"<p>{ALSO}</p>"), SEEN, ALSO)
    for depth in (45, 900):
        yield _made(f"deep-lists-{depth}", page("<ul><li>" * depth + SEEN), SEEN)
    nested = "<table><tr><td>" * 800 + SEEN + "</table>" * 800
    yield _made("deep-table", page(nested), SEEN)
    nested = "<p><font size=2>" * 3000 + SEEN
    yield _made("deep-unclosed-fonts", page(after=nested), SEEN)
    hidden = "<div>" * 300 + f'<p style="display:none">{UNSEEN}</p>' + "</div>" * 300
    yield _made("deep-hidden", page(hidden), hidden=(UNSEEN,))
    hidden = "<div>" * 3000 + f"<p hidden>{UNSEEN}</p>" + "</div>" * 3000
    yield _made("deeper-hidden", page(hidden), hidden=(UNSEEN,))
    sources = {
        "unclosed": page(f"<p>{SEEN}").replace("</p>", ""),
        "misnested": page(f"<b><p>{SEEN}</b></p><i><table><tr><td>A</i></table>"),
        "stray-ends": page(f"</div></section></p></table>{SEEN}</span></main>"),
        "quote-open": page(f'<p title="a>b">{SEEN}</p>'),
        "no-tags": f"<h1>Der Pegel fällt</h1><p>{_FIRST}<p>{SEEN}<p>{_FILLER}<p>{_LAST}",
        "many-bodies": page(f"</body><body><p>{SEEN}</p>"),
        "many-pages": page() + page(f"<p>{SEEN}</p>"),
        "comment-closes-odd": page(f"<!--><p>{SEEN}</p><!-- -->"),
        "comment-bang": page(f"<!-- a --!><p>{SEEN}</p><!-- b -->"),
        "bogus-comment": page(f"<?php echo 1 ?><p>{SEEN}</p><! x >"),
        "cdata": page(f"<![CDATA[ x ]]><p>{SEEN}</p>"),
        "revealed-comment": page(f"<![if !IE]><p>{SEEN}</p><![endif]>"),
        "xhtml": '<?xml version="1.0" encoding="UTF-8"?>'
        + page(f"<p>{SEEN}</p>", attributes='xmlns="http://www.w3.org/1999/xhtml"'),
        "less-than": page(f"<p>a < b und 3<4. {SEEN}</p>"),
        "nul": page(f"<p>{SEEN.replace('Stadtrat', 'Stadt' + chr(0) + 'rat')}</p>"),
        "upper-case": page(f"<P CLASS=A>{SEEN}</P>"),
        "slash": page(f"<p/>{SEEN}<br/><div/>"),
        "attributes-many": page(f"<p {' '.join(f'a{n}=1' for n in range(5000))}>{SEEN}</p>"),
        "attribute-long": page(f'<p title="{"x" * 300_000}">{SEEN}</p>'),
        "word-long": page(f"<p>{'x' * 200_000}</p><p>{SEEN}</p>"),
        "nobreak-spaces": page(f"<p>{'&nbsp;' * 20_000}</p><p>{SEEN}</p>"),
        "many-breaks": page(f"<p>{'<br>' * 20_000}{SEEN}</p>"),
        "many-paragraphs": page("".join(f"<p>{n}. {_FILLER}</p>" for n in range(3000)) + SEEN),
        "many-empty": page("<div></div>" * 30_000 + f"<p>{SEEN}</p>"),
        "many-rules": page(
            f"<p>{SEEN}</p>",
            head="<style>" + "".join(f".a{n} .b{n}{{display:none}}" for n in range(5000))
            + "</style>",
        ),
        "braces": page(f"<p>{SEEN}</p>", head=f"<style>{'{' * 50_000}</style>"),
        "selectors": page(
            f"<p>{SEEN}</p>", head=f"<style>{'a>' * 50_000}b{{display:none}}</style>"
        ),
        "brackets": page(f"<p>{SEEN}</p>", head=f"<style>{'[(' * 50_000}{{display:none}}</style>"),
        "style-open": page(f"<p>{SEEN}</p>", head="<style>.a{color:red</style>"),
    }  # fmt: skip
    for name, source in sources.items():
        yield _made(f"broken-{name}", source, SEEN)


def _encoded() -> Iterator[Specimen]:
    """Give pages whose encoding is told wrongly, or not at all."""
    plain = page(f"<p>{SEEN}</p>")
    bare = plain.replace("<meta charset=utf-8>", "")
    shown = (*_WHOLE, SEEN)
    yield Specimen("utf-16-le-bom.html", plain.encode("utf-16"), shown)
    yield Specimen("utf-16-be-bom.html", b"\xfe\xff" + plain.encode("utf-16-be"), shown)
    yield Specimen("utf-8-bom.html", plain.encode("utf-8-sig"), shown)
    yield Specimen("bom-against-meta.html", b"\xef\xbb\xbf" + _declared(bare, "koi8-r"), shown)
    yield Specimen("no-charset.html", bare.encode(), shown)
    yield Specimen("latin-2.html", _declared(bare, "iso-8859-2", "iso-8859-2"), shown)
    yield Specimen("wrong-charset.html", _declared(bare, "us-ascii"), shown)
    yield Specimen("charset-unknown.html", _declared(bare, "x-nothing"), shown)
    yield Specimen("utf-7-declared.html", _declared(bare, "utf-7"), shown)
    yield Specimen("entities-only.html", bare.encode("ascii", "xmlcharrefreplace"), shown)


def _declared(source: str, name: str, encoding: str = "utf-8") -> bytes:
    return source.replace("<head>", f"<head><meta charset={name}>").encode(encoding)
