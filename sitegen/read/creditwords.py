"""Phrases that name a source, in the languages that are read. Data; credits.py says how they are used.

A phrase belongs in `BEFORE` if the name of an outlet may follow it directly, in `AFTER` if it may precede it, and in
both only if nobody but a source is named so: the name must be an outlet's besides.
"""

BEFORE = """
    according to | citing | told | first appeared in | originally published in | originally published by
    first published by | first published in | as reported by | reported by | reported missing by | source:
    read the entire article from | read the full article at | read the full article on | read the full story at
    read the full story on | read the original article at | read the original article on | read the full report in
    with reporting by | with reporting from | speaking to | in an interview with
    berichtete zuerst | zuerst berichtete | adelantó | laut | quelle: | berichtet | berichtete | meldet | meldete
    unter berufung auf | nach angaben von
    précise | indique | selon | d'après | d’après | rapporte | a rapporté | source : | à l' | à l’
    según | de acuerdo con | informó | informa | publicó | fuente: | con información de | dijo a | declaró a
    ha adelantado | adelantado por | según informa | confié à | déclaré à | a appris | confirmant une information de
    selon une information de | selon une information du | selon des informations de | selon des informations du
    (with | (With | (avec | (Avec | (con | (Con | (mit | (Mit | avec l' | avec l’
    theo | nguồn: | nói với | tiết lộ với | trả lời | trả lời phỏng vấn | dẫn nguồn
    segundo | segundo a | segundo o | de acordo com | de acordo com a | de acordo com o | conforme informou
    com informações de | com informações da | com informações do | disse à | disse ao | noticiou | noticiou a
    secondo | secondo l' | secondo l’ | riferisce | ha riferito | riporta | come riporta
    volgens | aldus | meldt | meldde | bericht | schrijft | enligt | rapporterar | skriver | uppger för | ifølge
    melder | skriver | oplyser til | podaje | podała | poinformowała | informuje | donosi | pisze | jak podaje
    сообщает | сообщило | сообщила | передает | передаёт | пишет | повідомляє | пише | píše | informovala
"""
SAID_TO = """
    der nachrichtenagentur | der zeitung | dem magazin | dem sender | à l'agence | à l’agence | a la agencia
    al diario
"""
"""Both at once: whom something was said to, and what that is."""
AFTER = """
    contributed to
    reported | reports | has reported | has confirmed | confirmed | has learned | berichtete | berichtet
    meldete | meldet
    hatte zuerst | hatte unter Berufung | hatte darüber | hatten darüber | melden | berichten
    précise | rapporte | a rapporté | informó | informa | đưa tin | cho biết | cho hay
    informou | noticiou | publicou | riferisce | riporta | ha riferito | scrive | meldt | meldde | rapporterar | skriver
    melder | podaje | podała | informuje | donosi | pisze | сообщает | сообщил | сообщила | пишет | передает
    повідомляє | пише
"""
"""Literal, as they are printed in the middle of a sentence; a capital may begin those of `BEFORE`."""
KINDS = """
    el diario | la agencia | la agencia de noticias | el periódico | le journal | l'agence | l’agence
    l'agence de presse
    l’agence de presse | le quotidien | báo | tờ | hãng tin | hãng thông tấn | hãng | kênh | die zeitung
    el semanario | la revista | la radio | la chaîne | la radio | der sender | das magazin | tờ báo | đài
    die nachrichtenagentur | der nachrichtenagentur | der zeitung | news agency
"""
"""What an outlet is called before its name. A name after one of them needs no likeness to an outlet's."""
DESCRIBED = "publication|newspaper|daily|weekly|agency|broadcaster|magazine|website|channel|network|tabloid|outlet"
ARABIC_KIND = "ل?(?:صحيفة|وكالة|قناة|موقع|مجلة|جريدة|إذاعة|تلفزيون|راديو)"
ARABIC_ENDS = ("إن", "أن", "عن", "في", "من", "ما", "على", "إلى", "التي", "أمس", "اليوم")
"""Words that are in no name, so that a name ends before them."""
ARABIC_GENERAL = "وكالات"
"""Agencies that a text does not name."""
ARABIC_SAYING = """
    نشرت | نشرته | قالت | ذكرت | أفادت | أوردت | نقلت | بحسب | حسب | وفقا | وفقاً | وفق | نقلا عن | نقلاً عن | المصدر
"""
