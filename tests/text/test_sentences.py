"""Where sentences end, in six languages; each text is cut at its bars."""

import pytest

from sitegen.model import Block
from sitegen.text.sentences import sentence_spans
from sitegen.text.tokenized import tokenize_blocks

CUT = [
    "Mr. Roe met Dr. A. B. Lund at 5 p.m. on Monday. |“We won,” he said. |“It was close.” |The U.S. team left.",
    "Prices rose 3.5 per cent. |No. 4 was closed. |Who asked? |Nobody!",
    "Der Rat sagte am 3. Mai, z. B. werde gesperrt. |„Wir warten“, sagte er. |Das gilt ab 1. Januar 2031. |Gut so.",
    "M. Lund a dit : « Nous partons. » |Il est parti à 15 h 30. |Que faire ? |Rien.",
    "El Sr. Roa llegó a las 5 p. m. |¿Qué pasó? |¡Nada! |Se fue.",
    "قال المكتب إن الرصيف مغلق. |هل يفتح غدا؟ |لا نعرف، كما قال. |وصل الفريق اليوم.",
    "Ông Lữ Văn A. cho biết cầu đã đóng. |TP. Hải Vân có mưa lớn. |Người dân chờ đợi.",
    "码头关闭了。|明天开放吗？|不知道。",
    "HOLM (Northern Wire) - The ferry turned. |“Well!” |– He left. |The pump (a spare) – The crew had it – broke.",
    "It is a matter of taste.|The pier fell.|“We won,” he said.|“It is ours.”|The end.",
    'It "may" be. |He said it fell.|"We won," he said. |"It is ours."|The end.',
    "HOLM BEACH, Fla. (AP) — The ferry turned. |It went to Holm Beach, Fla. |The pier was closed.",
    "no marks at all in this text",
]


@pytest.mark.parametrize("marked", CUT)
def test_sentences_end_where_a_reader_ends_them(marked: str) -> None:
    """Not after titles, initials, German days or abbreviations; marks that close stay with what they close."""
    text = tokenize_blocks([Block(id="b1", role="paragraph", text=marked.replace("|", ""), line=1)])
    assert [text.text(span) for span in sentence_spans(text, 0)] == marked.split("|")


def test_an_empty_block_has_no_sentence() -> None:
    """And no error."""
    text = tokenize_blocks([Block(id="b1", role="paragraph", text="", line=1)])
    assert sentence_spans(text, 0) == ()
