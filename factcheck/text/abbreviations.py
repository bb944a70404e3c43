"""Words that a full stop may follow in the middle of a sentence, as data for sentences.py.

All in lower case and without the last stop. One set for all languages: articles quote each
other across languages, and a word that is harmful elsewhere is in BEFORE_NUMBERS or left out.
"""


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


# A name or a number always follows: the stop never ends a sentence.
NEVER_LAST = _words(
    "mr mrs ms messrs dr drs prof rev fr hon gen col lt maj capt cmdr sgt cpl pvt adm gov sen",
    "rep reps sens pres supt insp det amb atty st ste mt vs viz cf e.g eg i.e ie approx",
    "hr frl dipl ing z.b d.h u.a bzw ggf evtl inkl exkl bspw vgl sog geb gest mind max o.ä v.a",
    "mme mlle mm mgr c.-à-d p.ex av bd sr sra srta dra ud uds vds exc excmo p.ej",
    "sig sigg dott avv egr ecc.mo dhr mevr bijv o.a d.w.z bl.a t.ex d.v.s f.eks np tzn tj m.in",
    "т.е т.к т.н им ул просп пер пл стр корп напр гр проф акад ген полк см ср св",
    "вул обл буд bk sv tzv např tzn resp kpl",
)

# May end a sentence, and does so where a word follows that opens one (OPENERS).
SOMETIMES_LAST = _words(
    "inc ltd corp co cos llc plc bros jr snr etc dept univ assn al ave blvd rd",
    "u.s u.k u.n e.u u.s.a d.c a.m p.m ph.d b.a m.a m.d b.c a.d",
    "jan feb apr jun jul aug sept sep oct nov dec tues thurs thu tue",
    "usw u.s.w etw ca bzgl mio mrd mia tsd std jh jhd gmbh ag e.v v.chr n.chr",
    "janv févr avr juil déc éd env ene abr ago dic ee.uu s.a s.l",
    "т.д т.п др пр и.о н.э янв февр апр авг сент окт нояб дек",
)

# Units that close a sentence after a number ("2019 г. Компания"), and a name otherwise.
AFTER_NUMBERS = _words("г гг руб млн млрд трлн тыс коп долл чел га км кг в вв р d стр min sek")

# Ordinary words elsewhere; the stop belongs to them only where a number follows.
BEFORE_NUMBERS = _words(
    "no nos p pp art arts sec ch vol fig figs para paras ed eds r",
    "nr abs bd s rn ziff kap aufl num núm pág págs cap tel n nn t ст п пп ч рис табл № č",
)

MONTHS = _words(
    "january february march april may june july august september october november december",
    "januar februar märz mai juni juli oktober dezember jänner jan feb okt dez sept nov",
    "janvier février mars avril juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "januari februari mei augustus maart marts maj oktober desember",
    "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta",
    "syyskuuta lokakuuta marraskuuta joulukuuta ledna února března dubna května června července",
    "srpna září října listopadu prosince",
)

# After an ordinal that a stop marks ("im 19. Jahrhundert", "der 2. Weltkrieg").
AFTER_ORDINALS = MONTHS | _words(
    "jahrhundert jahrhunderts jh jhdt weltkrieg weltkriegs platz mal jahrestag geburtstag",
    "bundestag wahlperiode stock etage klasse liga spieltag runde kapitel auflage rang",
    "century vuosisadan",
)

# Languages that mark ordinals with a stop: behind such an article the number is one.
ORDINAL_LANGUAGES = frozenset(
    ["de", "da", "nb", "nn", "no", "fi", "cs", "sk", "hu", "hr", "sl", "et"]
)
BEFORE_ORDINALS = _words(
    "der die das dem den des am im vom zum zur beim ab bis seit jeder jede jedes sein seine seinen",
    "ihr ihre ihren den det dne",
)

# Words that open sentences and are seldom names.
OPENERS = _words(
    "the a an he she it they we i you his her its their our my this that these those there here",
    "in on at by for from with without after before during since until while when where why how",
    "who what which if as although though because but and or so yet then now today yesterday",
    "however meanwhile moreover nevertheless still also both all some many most no not one two",
    "according last next several under over despite despite even only once such thus",
    "der die das den dem ein eine einen einer er sie es wir ihr ich dies diese dieser dieses",
    "im am um aber und oder doch nach vor bei mit seit als wenn weil auch so dann nun laut dabei",
    "le la les un une des il elle ils elles on nous vous je ce cet cette ces mais et ou où dans en",
    "au aux pour par avec sans après avant selon depuis lors",
    "el los las una unos él ella ellos esto este esta pero y o en por para con sin según desde al",
    "lo gli i uno ma e nel nella per con dopo secondo",
    "он она оно они мы вы я это этот эта эти но и а или в на по с со из у к при для после до как",
    "если когда так также однако ранее сегодня вчера",
    "de het een hij zij wij maar en van op na det en ett den han hon men och",
)
