"""Phrases in which a site speaks of itself, agencies, and hosts that are no outlet's, as data for outlet.py.

None of the lists is meant to be complete: a text that uses another phrase names no outlet, and that is the safe answer.
"""

WIRES_LISTED = """
    ap | associated press | reuters | thomson reuters | afp | agence france-presse | agence france presse | upi
    united press international | dpa | deutsche presse-agentur | efe | ansa | tass | itar-tass | xinhua | pa
    pa media | press association | pti | press trust of india | ians | ani | kyodo | kyodo news | yonhap | anadolu
    anadolu agency | interfax | ria novosti | apa | austria presse agentur | epd | kna | sid | belga | anp | ats | ntb
    ritzau | lusa | europa press | notimex | télam | ttxvn | vna | bernama | antara | mena | petra | sana | wam | spa
    canadian press | the canadian press | aap | jiji | jiji press | wire | wires | agency | agencies | staff
    رويترز | فرانس برس | أسوشيتد برس | أ ف ب | د ب أ | الأناضول | شينخوا | سانا | واس | وكالات
    新华社 | 路透社 | 法新社 | 美联社 | 中新社 | 中央社 | 共同社
"""
"""Agencies, as `bare` writes them. Their tag, byline or copyright says whose text it is, never who printed it: on real
articles the tag `(AP)` stands as often in papers that took the text as the archive of the agency itself is small."""

WIRE_ENDINGS = (
    "agency",
    "agencies",
    "syndicate",
    "wire",
    "newswire",
    "features",
    "services",
    "productions",
    "pictures",
    "images",
)
"""Last words of names that sell texts and pictures to outlets."""

SECTION_ENDINGS = ("news", "magazine", "reporter", "radio", "tv", "weekly", "daily", "nachrichten", "noticias")
"""Last words that names of outlets and of sections share: `Harbour News`, `Election News`."""

HOSTS_OF_OTHERS = (
    "archive.org",
    "archive.is",
    "archive.md",
    "archive.ph",
    "archive.today",
    "perma.cc",
    "webcitation.org",
    "googleusercontent.com",
    "google.com",
    "bing.com",
    "facebook.com",
    "twitter.com",
    "x.com",
    "t.co",
    "bit.ly",
    "youtube.com",
    "reddit.com",
    "telegram.me",
    "t.me",
    "linkedin.com",
    "pocket.co",
    "localhost",
)
"""Where pages are kept, found and passed on; an address there does not name who published the page."""

OF_THE_SITE = (r"(?:at|in) the (?:sole )?discretion of", r"(?i:bản quyền) (?:thuộc về|thuộc|của)")
"""What stands before the name of a site where it lays down rules: nobody else would write it."""

DISCLAIMERS = (
    r"(?:represent|reflect)(?:s|ing)?(?: those| the (?:official )?(?:views?|opinions?|positions?|policy)"
    r"(?: (?:and|or) (?:views?|opinions?|positions?))?) of",
    r"(?:reflètent|représentent) pas (?:forcément |nécessairement )?(?:ceux|celles|celui|l[ea]s? \w+)"
    r"(?: (?:de|du|des)(?= )| d['’])",
    r"(?:reflejan|representan) (?:necesariamente )?(?:las?|los?|el) \w+ del?",
    r"geben nicht (?:unbedingt |zwangsläufig )?die Meinung (?:der|des|von)(?: Redaktion (?:der|des|von))? ",
    r"لا (?:يعبر|تعبر)(?: بالضرورة)? عن (?:رأي|وجهة نظر|آراء)",
)
"""What stands before the name of a site that disowns the opinions of an author, and before the name of an author's
employer that does."""

TO_THE_READER = (
    r"(?:join|support|subscribe to|become a (?:member|subscriber) of|a subscription to|download the|log ?in to"
    r"|register with|welcome to|an account with|members of|terms of use of)",
    r"(?:abonnez-vous (?:à|au|aux)|rejoignez|soutenez|s['’]abonner (?:à|au|aux))",
    r"(?:suscríbete a|únete a|apoya a|hazte socio de|suscriptores de)",
    r"(?:abonnieren sie|unterstützen sie|abonnenten (?:der|des|von))",
    r"(?:اشترك في|انضم إلى|تابعوا|تابع)",
    r"(?:theo dõi|đăng ký|tải ứng dụng)",
)
"""What stands before a name where a site asks its reader for something: its own name, or that of a newsletter, an
author or a network. So such a name counts only where something else speaks for it."""

ELSEWHERE = (
    r"(?:originally|first) (?:appeared|published|ran)|(?:republished|reprinted|reproduced|syndicated) (?:from|by|with)"
    r"|with permission|publié (?:initialement|d['’]abord)|publicado (?:originalmente|por primera vez)"
    r"|zuerst erschienen|erschien zuerst|نشر(?:ت)? (?:أولا|في الأصل)|转载自|đăng lại"
)
"""Words of a text that was taken over: what follows speaks of where it came from."""
