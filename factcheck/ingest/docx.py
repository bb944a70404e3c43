"""Word documents: every part that is shown, in reading order, tracked changes as accepted.

The body comes first, then foot- and endnotes, then what headers and footers say in sentences; what
is anchored in a paragraph follows it. What is not loaded is counted and said.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import PurePath
from typing import NamedTuple

from lxml.etree import _Element

from factcheck import __version__
from factcheck.errors import FactcheckError
from factcheck.ingest import word_looks as looks
from factcheck.ingest.blocks import Block, join
from factcheck.ingest.left_out import LeftOut
from factcheck.ingest.loaded import Loaded
from factcheck.ingest.package import Package, Relation
from factcheck.ingest.word_blocks import hidden, together
from factcheck.ingest.word_names import attribute, child, is_on, letters_in, named
from factcheck.ingest.word_numbers import Numbering
from factcheck.ingest.word_parts import blocks_of, chart_table, replaced_controls
from factcheck.ingest.word_story import Around, read_story, words_of
from factcheck.ingest.word_styles import Styles

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
READER = "docx"
_VERSION = 2
"""Of the way in which a text is made of a file: raised whenever it gives another."""
_DEEPEST = 3
"""Files in files that are read."""
_NOTES = ("footnote", "endnote")
_WORDY = ("header", "footer", "chart", "chartEx", "diagramData", "diagramDrawing")
"""Parts with words of their own, which count as left out where nothing calls for them."""
_CONTENT_KINDS = {
    "text/html": "html", "application/xhtml+xml": "html", "text/plain": "text",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": "docx",
    MEDIA_TYPE: "docx",
}  # fmt: skip
_SUFFIX_KINDS = {".html": "html", ".htm": "html", ".xhtml": "html", ".txt": "text", ".docx": "docx"}
_SENTENCE_END = re.compile(r"[.!?…。！？]['\"’”»)\]]*$")
_CREATED = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?:T\d\d:\d\d(?::\d\d)?)?")
_TOLD = {
    "changes": "The file has tracked changes: deletions were left out, insertions kept.",
    "clocks": "The file shows the day or hour at which it is opened; the text has what was saved.",
}
_COUNTED = {
    "foreign": "Words stand in elements that Word does not know, in {}; it may not show them.",
    "unfilled": "Fields without a saved result, in {}; the program that opens the file may fill"
    " them in.",
    "pale": "White letters stand on a ground that could not be made out, in {}; it may be white.",
    "folded": "Headings are folded up, in {}; what is under them is in the text.",
    "unreadable": "Signs of a font of their own could not be read as letters, in {}.",
    "covering": "A picture or a filled shape lies over the page, in {}; it may cover words.",
    "struck": "Words are struck through, in {}; they are in the text.",
}


class Account(NamedTuple):
    """A Word file as it was read, and the words of it that are not in its text."""

    loaded: Loaded
    left_out: str


def read(data: bytes, name: str, depth: int = 0) -> Loaded:
    """Read a DOCX; raises FactcheckError where it is damaged, hostile or has no text in it.

    depth: how many files it lies in.
    """
    return account(data, name, depth).loaded


def account(data: bytes, name: str, depth: int = 0) -> Account:
    """Read a DOCX, and tell what of it is not in the text; see read."""
    package = Package(data, name)
    word = _WordFile(package, depth)
    joined = join(word.blocks())
    warnings = [*word.warnings(), *joined.warnings]
    if not joined.text:
        said = "".join(f" {each}" for each in word.left.sentences())
        raise FactcheckError(f"“{name}” has no text in it.{said}")
    about = _properties(package)
    if about["created"]:
        warnings.append(
            "The date is the one on which the file was made; it may have been published on another."
        )
    byline = about["creator"]
    loaded = Loaded(
        text=joined.text,
        snapshot=data,
        media_type=MEDIA_TYPE,
        reader=READER,
        reader_version=f"{__version__}; walk {_VERSION}",
        title=about["title"],
        byline="" if byline.lower() == "python-docx" else byline,
        published=about["created"],
        language=about["language"],
        landmarks=joined.landmarks,
        unseen=joined.unseen,
        warnings=tuple(dict.fromkeys(warnings)),
    )
    return Account(loaded, word.left.words())


class _Note(NamedTuple):
    """The mark of a foot- or endnote, and why it is not seen."""

    mark: str
    why: str


class _WordFile:
    """A Word file: its parts, each read once, and what is to be said of it."""

    def __init__(self, package: Package, depth: int) -> None:
        self._package = package
        self._depth = depth
        self._main = package.main_part()
        self._body = _body(package, self._main)
        self._relations = {self._main: package.relations(self._main)}
        self._settings = self._linked("settings")
        self._read: set[str] = set()
        self._notes: dict[str, dict[str, _Note]] = {kind: {} for kind in _NOTES}
        self._marked: dict[str, list[str]] = {kind: [] for kind in _NOTES}
        self._said: list[str] = []
        self._tally: Counter[str] = Counter()
        self.left = LeftOut()
        styles = Styles(self._linked("styles"), self._linked("theme"), self._settings)
        self._replaced = replaced_controls(self._body, package, self._main)
        self._around = Around(
            styles=styles,
            numbering=Numbering(self._linked("numbering"), styles),
            page=looks.page_of(self._body),
            behind=self._paper(styles),
            replaced=frozenset(self._replaced),
            left=self.left,
            tally=self._tally,
            note=self._mark,
            brought=partial(self._brought, self._main),
        )

    def blocks(self) -> Iterator[Block]:
        """Give the blocks of all that is shown, and count the rest."""
        yield from read_story(self._body, self._around)
        self._count_around_body()
        running = list(self._running())
        yield from self._note_blocks()
        yield from running
        self._count_comments()
        self._count_unread()

    def warnings(self) -> list[str]:
        """Return what is to be said of the file; ask after its blocks were taken."""
        self.left.count("numbers or words before lines of lists", self._tally["numbered"])
        said = [*self.left.sentences(), *self._said]
        said.extend(sentence for key, sentence in _TOLD.items() if self._tally[key])
        said.extend(
            sentence.format("1 place" if self._tally[key] == 1 else f"{self._tally[key]:,} places")
            for key, sentence in _COUNTED.items()
            if self._tally[key]
        )
        for control, shown in list(self._replaced.items())[:3]:
            words = letters_in(control, "t")
            said.append(f"Word shows “{shown[:80]}” where the text has “{words[:80]}”.")
        web = self._linked("webSettings")
        if web is not None and child(web, "w:frameset") is not None:
            said.append("The file has frames, which show other files; these were not read.")
        if any(each.kind == "font" for each in self._font_links()):
            said.append(
                "The file brings fonts of its own, which may show other letters than were read."
            )
        return said

    # Parts

    def _linked(self, kind: str) -> _Element | None:
        """Return the root of the part of a kind of which a document has one."""
        for each in self._relations[self._main].values():
            if each.kind == kind and not each.is_external:
                return self._package.tree(each.target)
        return None

    def _font_links(self) -> Iterator[Relation]:
        for each in self._relations[self._main].values():
            if each.kind == "fontTable" and not each.is_external:
                yield from self._package.relations(each.target).values()

    def _link(self, part: str, id: str) -> Relation | None:
        if part not in self._relations:
            self._relations[part] = self._package.relations(part)
        return self._relations[part].get(id)

    def _story(self, part: str, behind: str = "FFFFFF") -> list[Block]:
        """Read another part with words in it, once."""
        root = self._package.tree(part)
        self._read.add(part.lower())
        if root is None:
            self.left.count("parts that are missing")
            return []
        around = self._around._replace(behind=behind, brought=partial(self._brought, part))
        return read_story(root, around)

    def _paper(self, styles: Styles) -> str:
        paper = child(self._body.getparent(), "w:background")
        if paper is None or not is_on(child(self._settings, "w:displayBackgroundShape")):
            return "FFFFFF"
        return styles.colour(paper, "color", "themeColor") or "FFFFFF"

    # What an element calls for

    def _brought(self, part: str, element: _Element) -> list[Block]:
        name = named(element.tag)
        if name in ("o:OLEObject", "w:control"):
            self.left.count("embedded objects")
            return []
        link = self._link(part, attribute(element, "dm" if name == "dgm:relIds" else "id"))
        if link is None or link.is_external:
            self.left.count("parts that are missing" if link is None else "parts in other files")
            return []
        if link.target.lower() in self._read:
            return []
        if name in ("w:altChunk", "w:subDoc"):
            return self._inserted(link.target)
        if name == "dgm:relIds":
            return self._diagram(part, link.target)
        if name in ("c:chart", "cx:chart"):
            return self._chart(link.target)
        self._read.add(link.target.lower())
        self.left.count("embedded objects")
        return []

    def _chart(self, part: str) -> list[Block]:
        blocks = self._story(part, "")
        root = self._package.tree(part)
        if root is not None:
            blocks.extend(chart_table(root))
        for each in self._package.relations(part).values():
            if each.kind == "chartUserShapes" and not each.is_external:
                blocks.extend(self._story(each.target, ""))
        return blocks

    def _diagram(self, part: str, data: str) -> list[Block]:
        """Read a diagram as it was drawn last; from its data where there is no drawing."""
        root = self._package.tree(data)
        drawn = (
            next((attribute(each, "relId") for each in root.iter("{*}dataModelExt")), "")
            if (root is not None)
            else ""
        )
        link = self._link(part, drawn)
        shown = self._story(link.target, "") if link is not None and not link.is_external else []
        words = " ".join(block.text for block in shown)
        if not words.strip():
            return self._story(data, "")
        self._read.add(data.lower())
        meant = words_of(root).split() if root is not None else []
        missing = Counter(meant) - Counter(words.split())
        self.left.add("words of a diagram that are not drawn", " ".join(missing.elements()))
        return shown

    def _inserted(self, part: str) -> list[Block]:
        """Read a file that Word lays into the text when it opens it."""
        self._read.add(part.lower())
        data = self._package.part(part)
        # The readers of all formats know this one.
        from factcheck.ingest import reader

        suffix = PurePath(part).suffix.lower()
        kind = _CONTENT_KINDS.get(self._package.content_type(part)) or _SUFFIX_KINDS.get(suffix)
        if data is None or kind is None or self._depth >= _DEEPEST:
            self.left.count("inserted files that cannot be read")
            return []
        try:
            if kind == "docx":
                loaded = read(data, self._package.name, self._depth + 1)
            else:
                loaded = reader.read_as("html" if kind == "html" else "text", data, part)
        except FactcheckError:
            self.left.count("inserted files that cannot be read")
            return []
        self._said.extend(loaded.warnings)
        return list(blocks_of(loaded))

    # Notes

    def _mark(self, kind: str, id: str, why: str) -> str:
        """Return the mark of a note, and keep it for the end; each note is told once."""
        notes = self._notes[kind]
        if id not in notes:
            number = str(len(notes) + 1)
            notes[id] = _Note(number if kind == "footnote" else f"e{number}", why)
            self._marked[kind].append(id)
        return f"[{notes[id].mark}]"

    def _note_blocks(self) -> Iterator[Block]:
        elements = self._note_elements()
        told = dict.fromkeys(_NOTES, 0)
        # Reading a note may find the mark of another.
        while any(told[kind] < len(self._marked[kind]) for kind in _NOTES):
            for kind, marked in self._marked.items():
                while told[kind] < len(marked):
                    id = marked[told[kind]]
                    told[kind] += 1
                    found = elements.pop((kind, id), None)
                    if found is not None:
                        yield from self._note_block(kind, self._notes[kind][id], *found)
        for element, _ in elements.values():
            self.left.add("notes without a mark in the text", words_of(element))

    def _note_block(self, kind: str, note: _Note, element: _Element, part: str) -> Iterator[Block]:
        around = self._around._replace(brought=partial(self._brought, part))
        blocks = [_stripped(each) for each in read_story(element, around) if each.text.strip()]
        if blocks:
            whole = together([Block(f"[{note.mark}]"), together(blocks, "\n")], " ")
            label = f"{kind} {note.mark.lstrip('e')}"
            yield hidden(whole, note.why)._replace(kind="note", label=label)

    def _note_elements(self) -> dict[tuple[str, str], tuple[_Element, str]]:
        """Return the notes of the file by kind and id, with the part that each stands in."""
        found: dict[tuple[str, str], tuple[_Element, str]] = {}
        for kind in _NOTES:
            for part, root in self._note_parts(kind):
                for each in root:
                    key = (kind, attribute(each, "id"))
                    if key in found:
                        self.left.add("notes without a mark in the text", words_of(each))
                    found.setdefault(key, (each, part))
        return found

    def _note_parts(self, kind: str) -> Iterator[tuple[str, _Element]]:
        for each in self._relations[self._main].values():
            if each.kind == f"{kind}s" and not each.is_external:
                root = self._package.tree(each.target)
                if root is not None:
                    yield each.target, root

    # Headers and footers

    def _running(self) -> Iterator[Block]:
        """Give what headers and footers say in sentences; count their other words."""
        seen: set[str] = set()
        for kind, part in self._shown_running():
            for block in self._story(part):
                text = " ".join(block.text.split())
                if not text or text in seen:
                    continue
                seen.add(text)
                if _is_sentence(text):
                    yield block._replace(kind="note", label=kind)
                else:
                    self.left.add(kind, text)

    def _shown_running(self) -> Iterator[tuple[str, str]]:
        """Give each header and footer that some page has, as kind and part."""
        with_even = is_on(child(self._settings, "w:evenAndOddHeaders"))
        now: dict[tuple[str, str], str] = {}
        for section in self._body.iter("{*}sectPr"):
            is_first = is_on(child(section, "w:titlePg"))
            shown = {"default": True, "even": with_even, "first": is_first}
            for each in section:
                kind = named(each.tag).removeprefix("w:").removesuffix("Reference")
                place = attribute(each, "type") or "default"
                if kind in ("header", "footer") and place in shown:
                    link = self._link(self._main, attribute(each, "id"))
                    if link is not None and not link.is_external:
                        now[kind, place] = link.target
            for (kind, place), part in now.items():
                if shown[place] and part.lower() not in self._read:
                    yield kind, part

    # What is only counted

    def _count_around_body(self) -> None:
        holder = self._body.getparent()
        for each in () if holder is None else holder:
            if each is not self._body:
                self.left.add("words that stand where none belong", words_of(each))

    def _count_comments(self) -> None:
        words = []
        for each in self._relations[self._main].values():
            if each.kind == "comments" and not each.is_external:
                root = self._package.tree(each.target)
                words.append("" if root is None else words_of(root))
        self.left.add("comments in the margin", " ".join(words))
        if not " ".join(words).strip():
            self.left.count("comments in the margin", self._tally["comments"])

    def _count_unread(self) -> None:
        """Count the words of parts that nothing in the document calls for."""
        for each in self._relations[self._main].values():
            if (
                each.kind in _WORDY
                and not each.is_external
                and each.target.lower() not in self._read
            ):
                self._read.add(each.target.lower())
                root = self._package.tree(each.target)
                if root is not None:
                    self.left.add("parts that no page shows", words_of(root))


def _body(package: Package, main: str) -> _Element:
    if len(package.parts_of_type("document.main+xml")) > 1:
        raise package.ambiguous("two documents")
    root = package.tree(main) if main else None
    bodies = [each for each in root if named(each.tag) == "w:body"] if root is not None else []
    if root is None or named(root.tag) != "w:document" or len(bodies) != 1:
        raise FactcheckError(
            f"“{package.name}” is damaged: it could not be opened as a Word document."
        )
    return bodies[0]


def _properties(package: Package) -> dict[str, str]:
    """Return what the file says of itself: title, creator, created, language; "" for none."""
    found = dict.fromkeys(("title", "creator", "created", "language"), "")
    for link in package.relations().values():
        if link.kind == "core-properties" and not link.is_external:
            root = package.tree(link.target)
            for each in () if root is None else root:
                name = each.tag.rpartition("}")[2]
                if name in found:
                    found[name] = (each.text or "").strip()
    created = _CREATED.match(found["created"])
    found["created"] = (created[0] + ("Z" if "T" in created[0] else "")) if created else ""
    return found


def _stripped(block: Block) -> Block:
    lead = len(block.text) - len(block.text.lstrip())
    moved = (each._replace(start=max(0, each.start - lead), end=max(0, each.end - lead))
             for each in block.unseen)  # fmt: skip
    return block._replace(text=block.text.strip(), unseen=tuple(moved))


def _is_sentence(text: str) -> bool:
    """Tell a sentence from a running title: by its end and length; scripts without blanks too."""
    count = len(text.split())
    return count >= 10 or (bool(_SENTENCE_END.search(text)) and (count >= 4 or len(text) >= 30))
