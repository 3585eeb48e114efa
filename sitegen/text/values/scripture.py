"""Names of books whose verses are written as times are: John 19:19, Juan 3:16, 约翰福音 3:16."""

from collections.abc import Sequence

from sitegen.text.values.folding import fold
from sitegen.text.values.pieces import ValuePiece

_NAMES = """
    genesis exodus leviticus numbers deuteronomy joshua judges ruth samuel kings chronicles ezra nehemiah esther
    job psalm psalms ps proverbs ecclesiastes isaiah jeremiah lamentations ezekiel daniel hosea joel amos
    obadiah jonah micah nahum habakkuk zephaniah haggai zechariah malachi matthew matt mark luke john acts
    romans corinthians cor galatians ephesians philippians colossians thessalonians timothy titus philemon
    hebrews james peter jude revelation rev sirach quran qur'an koran sura surah surat mose josua richter könige
    chronik hiob psalmen sprüche prediger jesaja jeremia hesekiel hosea sacharja maleachi matthäus markus lukas
    johannes apostelgeschichte römer korinther galater epheser philipper kolosser hebräer jakobus petrus judas
    offenbarung sure génesis éxodo levítico números deuteronomio josué jueces reyes crónicas salmo salmos
    proverbios eclesiastés isaías jeremías ezequiel oseas zacarías mateo marcos lucas juan hechos romanos
    corintios gálatas efesios filipenses colosenses hebreos santiago pedro apocalipsis corán genèse exode
    lévitique nombres josué juges rois chroniques psaume psaumes proverbes isaïe ésaïe jérémie ézéchiel osée
    matthieu marc luc jean actes romains corinthiens galates éphésiens philippiens colossiens hébreux jacques
    pierre apocalypse coran sourate genesi esodo salmo salmi proverbi isaia geremia ezechiele matteo marco luca
    giovanni atti romani corinzi galati efesini filippesi ebrei giacomo pietro apocalisse corano gênesis êxodo
    provérbios jeremias mateus joão atos coríntios hebreus tiago alcorão бытие исход псалом матфея марка луки
    иоанна матфей марк лука иоанн деяния римлянам коринфянам откровение коран сура giăng ma-thi-ơ lu-ca
    thi_thiên متى مرقس لوقا يوحنا مزمور سورة البقرة القرآن
"""
_BOOKS = frozenset(fold(name) for name in _NAMES.split())
_UNSPACED = ("福音", "創世記", "创世记", "詩篇", "诗篇", "啟示錄", "启示录", "書", "书", "복음", "시편", "창세기", "伝")
"""How the name of such a book ends where no space parts it from others."""
_NEAR = 3
"""Pieces that such a name may be made of."""


def verse_end(pieces: Sequence[ValuePiece], index: int) -> int:
    """Where chapter and verse end that begin here, behind the name of their book; `index` for none."""
    if not index or pieces[index].figure is None or not _is_book(pieces, index):
        return index
    if ":" in pieces[index].text:
        return index + 1
    apart = pieces[index + 1 : index + 3]
    is_apart = len(apart) > 1 and apart[0].text == ":" and apart[1].figure is not None
    return index + 3 if is_apart and not pieces[index].spaced else index


def _is_book(pieces: Sequence[ValuePiece], index: int) -> bool:
    """Whether the name of a book ends right before a piece."""
    name = pieces[index - 1]
    if name.text in _BOOKS and (name.capital or not name.text.isascii()):
        return True
    return "".join(piece.text for piece in pieces[max(index - _NEAR, 0) : index]).endswith(_UNSPACED)
