"""Bytes that are not UTF-8: read where one reading makes sense, refused where nobody can be sure. Never mojibake."""

import unicodedata
from pathlib import Path

import pytest

from sitegen.config import Config
from sitegen.pipeline.build import BuildOptions, build_site
from sitegen.read import legacy, read_article
from sitegen.read.legacy import read_legacy
from tests.read.test_labelled import PROSE

FRENCH = (
    "Le maire a payé 40 € pour la chèvre, et l'œuf coûte 3 €. Le château est fermé à cause de la fête, et le cœur "
    "de la ville est désert."
)
CURLY = (
    "L’hôtel de ville a fermé ses portes lundi à cause d’une chèvre. « Nous n’avions jamais vu ça », a dit la mairie."
)
RUSSIAN = "Совет залива сообщил в понедельник, что цена на воду весной снова вырастет, как это уже было раньше."
POLISH = "Rada zatoki poinformowała w poniedziałek, że cena wody wiosną znów wzrośnie, i że nikt nie wie na jak długo."
TURKISH = "Körfez meclisi pazartesi günü suyun fiyatının yeniden artacağını, kimsenin bunu bilmediğini açıkladı."
GREEK = "Το συμβούλιο του κόλπου ανακοίνωσε τη Δευτέρα ότι η τιμή του νερού θα αυξηθεί ξανά την άνοιξη."
HEBREW = "מועצת המפרץ הודיעה ביום שני כי מחיר המים יעלה שוב באביב, כפי שכבר עלה בעבר, ואיש אינו יודע לכמה זמן."
THAI = "สภาอ่าวประกาศเมื่อวันจันทร์ว่าราคาน้ำจะสูงขึ้นอีกครั้งในฤดูใบไม้ผลิเหมือนที่เคยเป็นมาก่อน"
CHINESE = "海湾委员会星期一表示，水价春天还会再次上涨，就像以前一样，没有人知道会持续多久。"
TRADITIONAL = "海灣委員會星期一表示，水價春天還會再次上漲，就像以前一樣，沒有人知道會持續多久。"
JAPANESE = "湾の評議会は月曜日、水の価格が春に再び上がると発表した。いつまで続くかは誰にも分からない。"
KOREAN = "시의회는 월요일에 수도 요금이 다시 오를 것이라고 밝혔다. 언제까지 갈지는 아무도 모른다."
ENGLISH = "The council of the bay said on Monday that the price of water was going to rise."


def in_cp1258(text: str) -> bytes:
    """Vietnamese as Windows wrote it: a vowel, and its tone as a character of its own."""
    made = b""
    for one in unicodedata.normalize("NFC", text):
        apart = unicodedata.normalize("NFD", one)
        ways = [
            one,
            *(unicodedata.normalize("NFC", apart[:at] + apart[at + 1 :]) + apart[at] for at in range(1, len(apart))),
        ]
        made += next(way.encode("cp1258") for way in ways if not way.encode("cp1258", "replace").count(b"?"))
    return made


SURE = (
    ("cp1252", CURLY, "windows-1252"),
    ("cp1252", PROSE["de"], "windows-1252"),
    ("cp1252", PROSE["es"], "windows-1252"),
    ("latin-1", PROSE["es"], "windows-1252"),
    ("iso8859-15", FRENCH, "iso-8859-15"),
    ("mac-roman", CURLY, "macintosh"),
    ("cp1250", POLISH, "windows-1250"),
    ("iso8859-2", POLISH, "iso-8859-2"),
    ("cp1251", RUSSIAN, "windows-1251"),
    ("koi8-r", RUSSIAN, "koi8-r"),
    ("iso8859-5", RUSSIAN, "iso-8859-5"),
    ("cp866", RUSSIAN, "ibm866"),
    ("cp1253", GREEK, "windows-1253"),
    ("cp1254", TURKISH, "windows-1254"),
    ("cp1255", HEBREW, "windows-1255"),
    ("cp1256", PROSE["ar"], "windows-1256"),
    ("iso8859-6", PROSE["ar"], "iso-8859-6"),
    ("cp1258", PROSE["vi"], "windows-1258"),
    ("cp874", THAI, "windows-874"),
    ("gb18030", CHINESE, "gb18030"),
    ("big5", TRADITIONAL, "big5"),
    ("shift_jis", JAPANESE, "shift_jis"),
    ("euc_jp", JAPANESE, "euc-jp"),
    ("euc_kr", KOREAN, "euc-kr"),
    ("utf-16-le", ENGLISH, "utf-16le"),
    ("utf-16-be", ENGLISH, "utf-16be"),
    ("utf-16-le", PROSE["ar"], "utf-16le"),
    ("utf-16-be", PROSE["vi"], "utf-16be"),
    ("utf-32-le", ENGLISH, "utf-32le"),
    ("utf-32-be", RUSSIAN, "utf-32be"),
)


@pytest.mark.parametrize(("encoding", "text", "name"), SURE, ids=[f"{one[0]}-{at}" for at, one in enumerate(SURE)])
def test_what_is_sure_is_read_and_said(encoding: str, text: str, name: str) -> None:
    """The text to the letter, a warning that names the encoding and how to settle it, and the encoding kept."""
    data = in_cp1258(text) if encoding == "cp1258" else text.encode(encoding)
    article, problems = read_article("a.txt", "a.txt", data, Config())
    assert article is not None
    assert article.body[0].text == text
    assert article.encoding == name
    assert [(one.severity, one.code) for one in problems] == [("warning", "legacy-encoding")]
    assert name in problems[0].message
    assert f"iconv -f {name.upper()} -t UTF-8" in problems[0].hint


UNSURE = (
    ("cp1252", "Café"),
    ("cp1252", "Año nuevo"),
    ("cp1251", "Да, вода"),
    ("cp1256", "ماء"),
    ("gb18030", "水价"),
    ("shift_jis", "水道"),
    ("cp1250", "The mayor of Gdańsk has gone home to his dinner on Monday."),
    ("cp1252", "The mayor said to Mr Muñoz that he has gone home to his dinner on Monday."),
)


@pytest.mark.parametrize(("encoding", "text"), UNSURE, ids=[text for _, text in UNSURE])
def test_what_nobody_can_be_sure_of_is_refused(encoding: str, text: str) -> None:
    """A few words, or a letter of a name that two encodings spell in two ways: an error with a hint, and no text."""
    article, problems = read_article("a.txt", "a.txt", text.encode(encoding), Config())
    assert article is None
    assert [one.code for one in problems] == ["not-utf8"]
    assert "iconv" in problems[0].hint


def test_damaged_utf8_is_not_read_as_another_encoding() -> None:
    """One broken byte in UTF-8 makes no Windows text of the rest."""
    data = (PROSE["fr"] + " Il a été là.").encode()
    broken = data.replace("été".encode(), b"\xc3t\xc3\xa9")
    assert broken != data
    assert read_legacy(broken) is None
    article, problems = read_article("a.txt", "a.txt", broken, Config())
    assert (article, [one.code for one in problems]) == (None, ["not-utf8"])


def test_noise_is_no_text() -> None:
    """Bytes without order make sense in no encoding."""
    data = bytes((at * at * 31 + at * 7) % 251 + 4 for at in range(3000))
    assert read_legacy(data) is None


@pytest.mark.parametrize(
    ("name", "value", "case"),
    [
        ("_OWN_EVIDENCE", 99, ("cp1254", TURKISH)),
        ("_MOST_CAPITALS", 9.0, ("cp1255", HEBREW)),
        ("_LOANS", (), ("cp1250", "The mayor of Gdańsk has gone home to his dinner on Monday.")),
        ("_FEW", 0, ("gb18030", "水价")),
    ],
)
def test_each_rule_is_needed(name: str, value: object, case: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: without a rule, what was sure becomes doubtful or what was doubtful is read."""
    encoding, text = case
    before = read_legacy(text.encode(encoding))
    monkeypatch.setattr(legacy, name, value)
    legacy._writes.cache_clear()
    after = read_legacy(text.encode(encoding))
    legacy._writes.cache_clear()
    assert (before is None) != (after is None)


def test_the_page_says_it(tmp_path: Path) -> None:
    """Provenance names the encoding, as inferred; an article in UTF-8 says nothing of the kind."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "old.txt").write_bytes(RUSSIAN.encode("koi8-r"))
    (tmp_path / "in" / "new.txt").write_text(FRENCH, encoding="utf-8")
    assert build_site(tmp_path / "in", tmp_path / "site", BuildOptions(workers=1, search=False)).report
    old, new = ((tmp_path / "site/articles" / one / "index.html").read_text("utf-8") for one in ("old", "new"))
    assert "koi8-r" in old
    assert "<dt>Encoding</dt>" in old
    assert "<dt>Encoding</dt>" not in new
