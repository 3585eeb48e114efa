"""Whether an article prints words that somebody gave to several outlets: a speech, a letter, a column, an agency's.

Of such words nobody took them from another outlet because they stood there a day earlier. Knows the articles' own lines
and words, and nothing of days.

Tried and given up: to leave it to the evidence. Of a mayor's speech in three papers the one of the next day was said to
be copied from the first, at .90; of a column under its author's name, at .98.
"""

from collections.abc import Iterator

import regex

from sitegen.model import Article
from sitegen.text.patterns import late_pattern
from sitegen.text.quoted import quoted_tokens
from sitegen.text.tokenized import Tokenized

_FIRST_PERSON = {
    "en": "i me my mine myself we us our ours",
    "de": "ich mich mir mein meine meinen meinem meiner wir uns unser unsere unseren unserem unserer",
    "fr": "je j j' j’ me m' m’ moi mon ma mes nous notre nos",
    "es": "yo me mi mis nos nosotros nosotras nuestro nuestra nuestros nuestras",
    "pt": "eu me meu minha meus minhas nós nos nosso nossa nossos nossas",
    "it": "io mi mio mia miei mie noi ci nostro nostra nostri nostre",
    "nl": "ik mij me mijn wij we ons onze",
    "sv": "jag mig min mitt mina vi oss vår vårt våra",
    "pl": "ja mnie mi mój moja moje my nas nam nasz nasza nasze",
    "ru": "я меня мне мной мой моя моё мои мы нас нам нами наш наша наше наши",
    "tr": "ben beni bana benim biz bizi bize bizim",
    "ar": "أنا نحن إنني إننا لنا لي منا بنا",
    "vi": "tôi chúng",
    "zh": "我 我们",
    "ja": "私 私たち 我々 僕",
    "el": "εγώ με μου εμείς μας",
    "hi": "मैं मैंने मुझे मेरा मेरी मेरे हम हमें हमारा हमारी हमारे",
}
"""Words by which a writer or speaker speaks of himself, by language. Reports have them inside quotation marks alone."""
_FEWEST, _SHARE = 3, 0.03
"""Of them, outside quotation marks, and their share of these words, from which on somebody speaks for himself. Of 1,000
real articles 28 have it: columns, speeches, transcripts; from .02 on there are 61, and reports among them."""
_FEWEST_WORDS = 20
"""Words outside quotation marks below which a share says nothing."""
_SALUTATION = late_pattern(
    r"(?:ladies and gentlemen|dear (?:sirs?|editors?|readers?|friends|colleagues)|fellow citizens|mesdames,? (?:et )?"
    r"messieurs|chers? (?:amis|collègues|concitoyens)|meine (?:sehr verehrten )?damen und herren|sehr geehrte|liebe "
    r"(?:freunde|mitbürger|leser)|señoras y señores|queridos (?:amigos|vecinos)|estimad[oa]s? (?:señor|director|"
    r"lector|vecin)|senhoras e senhores|signore e signori|dames en heren|mina damer och herrar|panie i panowie|"
    r"szanowni państwo|дамы и господа|уважаемые|дорогие друзья|sayın|değerli|السيدات والسادة|أيها السادة|سيداتي|"
    r"kính thưa|thưa (?:quý|các)|女士们|各位|尊敬的|皆さん|皆様|κυρίες και κύριοι|देवियो)",
    regex.IGNORECASE,
)
"""How a speech or a letter begins."""
_HEADLINE = late_pattern(
    r"\b(?:full (?:text|speech|statement|transcript)|text of (?:the|a)|in full|verbatim|transcript|open letter|speech "
    r"(?:by|of)|address (?:by|of)|(?:joint|press) (?:statement|release)|letters? to the editor|texte intégral|discours "
    r"(?:de|du|des|d.)|l.intégralité|lettre ouverte|communiqué de presse|im wortlaut|wortlaut|offener brief|"
    r"pressemitteilung|leserbriefe?|texto (?:íntegro|completo)|íntegr[oa]|carta abierta|nota de prensa|discurso del?|"
    r"na íntegra|carta aberta|testo integrale|lettera aperta|volledige tekst|open brief|pełny tekst|list otwarty|"
    r"полный текст|текст (?:речи|обращения|заявления)|стенограмма|открытое письмо|пресс-релиз|tam metni|açık mektup|"
    r"نص (?:الخطاب|خطاب|الكلمة|كلمة|البيان|بيان)|النص الكامل|رسالة مفتوحة|بيان صحفي|toàn văn|thư ngỏ|thông cáo báo chí)"
    r"|全文|公开信|公開書簡|讲话实录|πλήρες κείμενο",
    regex.IGNORECASE,
)
"""What stands in the headline above somebody's words in full."""
_AGENCIES = late_pattern(
    r"\b(?:agencies|wires?|wire (?:services?|reports?)|news services|agences|agenturen|"
    r"agenturmaterial|agenturmeldungen|agencias|agências|agenzie|persbureaus|(?:nyhets)?byråer|agencje|"
    r"agencji|информагентств\w*|агентств\w*|ajanslar|وكالات|الوكالات|hãng (?:tin|thông tấn)|tổng hợp|πρακτορεία)\b"
    r"|通讯社|外电|综合报道|外電|通信各社|एजेंसियां|एजेंसी",
    regex.IGNORECASE,
)
"""Agencies without a name, in a line that says whose an article is."""
_RELEASE = late_pattern(
    r"\b(?:press (?:releases?|office|service)|news release|communiqué de presse|service de presse|pressemitteilung|"
    r"pressestelle|nota de prensa|comunicado de prensa|gabinete de prensa|assessoria de imprensa|comunicato stampa|"
    r"ufficio stampa|persbericht|pressmeddelande|komunikat prasowy|пресс-служб\w*|пресс-релиз\w*|basın açıklaması|"
    r"بيان صحفي|المكتب الإعلامي|المكتب الصحفي|thông cáo báo chí)\b|新闻稿|プレスリリース|報道発表",
    regex.IGNORECASE,
)
"""Who sends a text to every outlet: in a line that says whose an article is, or in what it opens with."""
_LINE_WORDS = 8
"""Words of a paragraph that is nothing but a line of credit."""
_DESKS = late_pattern(
    r"\b(?:staff|editors?|desk|newsroom|correspondents?|reporters?|news team|r[ée]daction|redaktion|redacci[oó]n|"
    r"reda[cç][aã]o|redazione|redactie|redakcja|редакция|التحرير|ban biên tập|tòa soạn)\b"
    r"|编辑部|編集部|本报",
    regex.IGNORECASE,
)
"""Of an author line that names no person."""
_INITIALS = 3
"""Letters of the longest word of a line of initials: `SD`, `dpa`, `j.m`."""


def is_given(article: Article, text: Tokenized) -> bool:
    """Whether an article prints somebody's own words: its headline, its salutation, its opening say so, or the words
    do."""
    if names_a_release(article):
        return True
    if _HEADLINE.search(article.headline) or any(_SALUTATION.match(block.text) for block in article.body):
        return True
    first_persons = frozenset(_FIRST_PERSON.get(article.language.split("-")[0], "").split())
    if not first_persons:
        return False
    quoted = quoted_tokens(text)
    words = spoken = 0
    for place, block in enumerate(article.blocks):
        if block.furniture:
            continue
        for token in range(*text.span(place)):
            if text.words[token] and not quoted[token]:
                words += 1
                # `US` is a country.
                spoken += text.keys[token] in first_persons and not text.tokens[token].text.strip().isupper()
    return words >= _FEWEST_WORDS and spoken >= max(_FEWEST, _SHARE * words)


def are_of_one_author(left: Article, right: Article) -> bool:
    """Whether two outlets print one person's name above their texts: a column that both buy, or a chain's report."""
    author = left.author.casefold().strip()
    return bool(author) and author == right.author.casefold().strip() and not _DESKS.search(author)


def is_signed_by_a_person(article: Article) -> bool:
    """Whether an article says who wrote it, by more than initials, which may be an agency's, and no desk."""
    lines = [article.author, *(block.text for block in article.blocks if block.furniture == "byline")]
    return any(
        not _DESKS.search(line) and any(len(word) > _INITIALS or not word.isascii() for word in line.split())
        for line in lines
    )


def is_a_desks(article: Article) -> bool:
    """Whether an article's author line names a desk and no person: it is put above what nobody there wrote."""
    return bool(_DESKS.search(article.author))


def names_agencies(article: Article) -> bool:
    """Whether a line of an article credits agencies without naming one: `staff and agencies`, `(Agencias)`."""
    return any(_AGENCIES.search(line) for line in credit_lines(article))


def names_a_release(article: Article) -> bool:
    """Whether an article says that it has its text from a press office: in a line, or in what it opens with."""
    opening = article.body[0].text if article.body else ""
    return any(_RELEASE.search(line) for line in (*credit_lines(article), opening))


def credit_lines(article: Article) -> Iterator[str]:
    """The lines that say whose an article is."""
    yield article.author
    yield article.credit
    for block in article.blocks:
        if block.furniture == "byline" or block.role == "credit":
            yield block.text
    ends = article.body[:1] + article.body[-1:]
    for block in ends:
        if len(block.text.split()) <= _LINE_WORDS and len(block.text) <= _LINE_WORDS * _LINE_WORDS:
            yield block.text
