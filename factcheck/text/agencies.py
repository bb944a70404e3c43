"""News agencies and well-known outlets by the names under which texts credit them.

Data, not judgement: who is in the list is only recognised more often. Outlets of a case are
given by the caller, and others are known by the form of their name.
"""

# Canonical name -> how it is written in datelines, credits and sentences, ours included.
AGENCIES: dict[str, tuple[str, ...]] = {
    "AFP": ("Agence France-Presse", "Agence France Presse", "АФП"),
    "ANI": ("Asian News International",),
    "ANSA": (),
    "AP": ("The Associated Press", "Associated Press", "Ассошиэйтед Пресс"),
    "APA": ("Austria Presse Agentur",),
    "AAP": ("Australian Associated Press",),
    "Anadolu": ("Anadolu Agency", "Anadolu Ajansı", "AA"),
    "ANP": (),
    "Armenpress": ("ARMENPRESS", "Арменпресс"),
    "Azertac": ("AZERTAC", "AZƏRTAC"),
    "BelTA": ("BELTA", "БелТА"),
    "Belga": ("BELGA",),
    "Bernama": ("BERNAMA",),
    "Bloomberg": ("Bloomberg News",),
    "BTA": ("БТА",),
    "Canadian Press": ("The Canadian Press",),
    "CNA": ("Central News Agency",),
    "CTK": ("ČTK",),
    "dpa": ("DPA", "Deutsche Presse-Agentur", "Deutschen Presse-Agentur", "dpa-AFX"),
    "EFE": ("Agencia EFE",),
    "epd": ("Evangelischer Pressedienst",),
    "Europa Press": (),
    "IANS": (),
    "Interfax": ("INTERFAX", "Интерфакс", "Интерфаксу"),
    "IRNA": ("ИРНА",),
    "Jiji": ("JIJI", "Jiji Press", "時事", "時事通信"),
    "Keystone-SDA": ("SDA", "Keystone-ATS", "ATS"),
    "KNA": (),
    "Kyodo": ("Kyodo News", "KYODO", "共同", "共同通信"),
    "Lusa": ("LUSA",),
    "MTI": (),
    "NTB": (),
    "PA": ("PA Media", "Press Association"),
    "PAP": (),
    "PTI": ("Press Trust of India",),
    "Reuters": ("REUTERS", "Thomson Reuters", "Рейтер", "路透社", "ロイター"),
    "RIA Novosti": ("РИА Новости", "RIA", "Sputnik"),
    "Ritzau": (),
    "SID": (),
    "STT": (),
    "TASS": ("ITAR-TASS", "ТАСС", "ИТАР-ТАСС"),
    "TT": (),
    "Ukrinform": ("Укринформ", "Укрінформ"),
    "UPI": ("United Press International",),
    "Xinhua": ("XINHUA", "新华社", "新華社"),
    "Yonhap": ("YONHAP", "연합뉴스"),
}

# Outlets whose name does not show by its form that it is one.
OUTLETS: tuple[str, ...] = (
    "ABC", "Al Arabiya", "Al Jazeera", "Al-Jazeera", "ARD", "Axios", "BBC", "Bild", "BuzzFeed",
    "CBS", "CNBC", "CNN", "Corriere della Sera", "C-SPAN", "Der Spiegel", "Spiegel", "Der Standard",
    "Deutsche Welle", "Deutschlandfunk", "Die Welt", "Die Zeit", "El Mundo", "El País", "Fox News",
    "Forbes", "Gazeta Wyborcza", "Haaretz", "ITV", "Kommersant", "Коммерсантъ", "Известия",
    "La Repubblica", "La Stampa", "Le Figaro", "Le Monde", "Libération", "MSNBC", "NBC", "Newsweek",
    "NHK", "NPR", "ORF", "PBS", "Politico", "ProPublica", "RFE/RL", "RTL", "Sky News", "SRF",
    "Stern", "The Atlantic", "The Economist", "The Guardian", "The Hill", "The Independent",
    "The Intercept", "The New Yorker", "The Verge", "Time magazine", "Vox", "Wired", "Yahoo News",
    "ZDF", "Meduza", "Медуза", "Ведомости",
)  # fmt: skip

# The last word of a name that is an outlet's: "Zürcher Zeitung", "Kyiv Post".
OUTLET_ENDINGS: tuple[str, ...] = (
    "Times", "Post", "News", "Herald", "Tribune", "Journal", "Gazette", "Telegraph", "Guardian",
    "Chronicle", "Observer", "Inquirer", "Mail", "Globe", "Dispatch", "Examiner", "Courier",
    "Sentinel", "News Agency", "Press Agency", "Radio", "TV", "Television", "Broadcasting",
    "Magazine", "Weekly", "Zeitung", "Allgemeine", "Rundschau", "Tagblatt", "Tageblatt",
    "Nachrichten", "Anzeiger",
    "Kurier", "Presse", "Tidende", "Posten", "Bladet", "Dagblad", "Gazzetta", "Diario", "Jornal",
)  # fmt: skip
