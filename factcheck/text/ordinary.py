"""Titles that name nobody: "Call", "Phone call", "Second interview".

A title is ordinary when each of its words is one that sources of any kind are called by. A word
with a digit, and any word that is not in the list, tells one thing from others: "Call with Ann",
"Memo 12", "Depot". The list is small on purpose: a word that is missing is hidden once too often,
a word too many gives a person away.
"""

import re

_WORDS = re.compile(r"\w+")

# How a source is told, who tells it, and which one it is; a usual surname is no such word.
_LIST = """
    a an the of on in at by to from for with and or my our his her their its this that
    new old first second third last next other another short long full whole part
    private public internal official confidential anonymous secret open closed local
    answer answers article audio book briefing call calls chat comment comments conversation
    conversations data database dataset document documents dossier draft e email emails mail mails
    fax file files film image images interview interviews item items leak letter letters list log
    logs mailbox material meeting meetings memo memos message messages minutes note notes notice
    paper papers phone phones photo photos picture pictures post posts press protocol quote quotes
    recording recordings record records reply report reports request response sheet shot source
    sources statement statements story study survey table tape tapes telephone text texts thread
    tip transcript transcripts tweet video videos visit voice website witness witnesses
    informant insider caller neighbour neighbor neighbours neighbors reader employee official
    officer spokesman spokeswoman spokesperson colleague friend expert eyewitness whistleblower
    man woman person people somebody someone unknown name names
    anruf anrufe telefonat telefonate gespräch gespräche brief briefe nachricht nachrichten notiz
    notizen bericht berichte quelle quellen dokument dokumente foto fotos bild bilder aufnahme
    antwort aussage mitteilung hinweis zeuge zeugin zeugen informant informantin treffen der die
    das ein eine mit von und erste zweite
    appel appels entretien entretiens courriel courriels lettre lettres rapport rapports témoin
    témoins réponse enregistrement le la les un une de du des avec et
    llamada llamadas entrevista entrevistas correo correos carta cartas informe informes fuente
    fuentes testigo testigos respuesta nota notas el los una con y
    chiamata chiamate intervista interviste lettera lettere rapporto fonte fonti testimone
    risposta
    telefonata il lo gli uno
    telefon rozmowa rozmowy wywiad wywiady list listy notatka notatki raport źródło świadek
    odpowiedź zdjęcie nagranie
    звонок разговор интервью письмо записка заметка отчёт отчет источник свидетель ответ фото
    документ
"""
_ORDINARY = frozenset(_LIST.split())


def is_ordinary(name: str) -> bool:
    """Say whether a title or a name is made of ordinary words alone, so that it names nobody."""
    words = _WORDS.findall(name.casefold())
    return bool(words) and all(word in _ORDINARY for word in words)
