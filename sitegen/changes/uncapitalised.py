"""Persons named in scripts without capitals: by what follows a family name in Japanese, by the family name and what is
given with it in Chinese and Korean. Knows one text and a range of it.

A word that looks like a name is one only where both texts have such a word at one place: that is for who asks.
"""

from sitegen.changes.readtext import ReadText
from sitegen.model import Span
from sitegen.text.patterns import late_re

_HONORIFICS = late_re(
    r"(?:さん|氏|様|君|くん|ちゃん|家|夫妻|夫人|容疑者|被告|選手|監督|記者|議員|市長|町長|村長|知事|首相|大臣|大統領"
    r"|社長|会長|教授|博士|先生|弁護士|医師|署長|巡査|警部|船長|代表)"
)
"""What follows the name of a person in Japanese."""
_JAPANESE_NAME = late_re(r"[\u3400-\u9fff々]{2,5}|[ァ-ヺー・]{2,14}")
_CHINESE = frozenset(
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂"
    "苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鐘汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段"
    "钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文"
)
"""The commonest family names."""
_KOREAN = late_re(
    r"[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕]"
    r"[가건경고관광구국권규균근금기나남다대덕도동두라란령록룡루리린만명모무문미민범병보복봉빈상석선설섭성세소솔수숙순슬승시식신아안애양연"
    r"열영예오옥완용우욱운웅원월위유윤율은의인일자장재정제조종주준중지진찬창채천철초춘충태택표하학한해향혁현형혜호홍화환회효후훈휘희]{2}"
)
"""A family name and two syllables of which given names are made."""
_KOREAN_ENDING = late_re(r"(?<=[가-힣]{3})(?:은|는|이|가|을|를|의|와|과|도|에게|에|씨|씨는|씨가|씨의)$")
_KOREAN_WORDS = frozenset(
    ["이미지", "장애인", "한국인", "조선인", "정치인", "주인공", "기자회", "유가족", "전문의", "고위급"]
)
_CHINESE_LONGEST = 3


def is_person(text: ReadText, span: Span) -> bool:
    """Whether a range is the name of a person as its language writes one, without a capital."""
    find = {"ja": _is_japanese, "zh": _is_chinese, "ko": _is_korean}.get(text.terms.language)
    return find is not None and span[0] < span[1] and find(text, span)


def _is_japanese(text: ReadText, span: Span) -> bool:
    if not _JAPANESE_NAME.fullmatch(text.printed(span)):
        return False
    end = text.block_span(span[0])[1]
    return bool(_HONORIFICS.match(text.text.text((span[1], min(span[1] + 4, end)))))


def _is_chinese(text: ReadText, span: Span) -> bool:
    """A family name that is a word by itself, and what is given with it: 王 in 王建国, and not in 王国."""
    printed = text.printed(span)
    if printed[:1] not in _CHINESE or len(printed) > _CHINESE_LONGEST or text.is_inside(span[0]):
        return False
    return not any(map(text.is_inside, (span[0] + 1, span[1])))


def _is_korean(text: ReadText, span: Span) -> bool:
    words = [token for token in range(*span) if text.is_word(token)]
    if len(words) != 1:
        return False
    name = _KOREAN_ENDING.sub("", text.tokens[words[0]].text.strip())
    return bool(_KOREAN.fullmatch(name)) and name not in _KOREAN_WORDS
