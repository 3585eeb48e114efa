"""The texts of the starter archive, one set a language of the interface. Outlets and events are invented."""

from collections.abc import Mapping
from types import MappingProxyType

from sitegen.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Starter:
    """A starter archive in one language."""

    title: str
    """Of the site."""
    agency: str
    paper: str
    invented: str
    """What is said of both."""
    story: str
    note: str
    """What the editor is asked to write about the story."""
    first: tuple[str, ...]
    """Headline and paragraphs of the agency's report."""
    second: tuple[str, ...]
    """Those of the paper's copy."""
    imprint: tuple[str, str]
    """Title and text of a page."""


STARTERS: Mapping[str, Starter] = MappingProxyType(
    {
        "en": Starter(
            title="My archive",
            agency="North Agency",
            paper="Morning Paper",
            invented="An invented outlet. Replace it with those of your archive.",
            story="The lighthouse is lit again",
            note="Write here what a reader should know about this story.",
            first=(
                "Lighthouse lit again after nine years",
                "HOLM, May 2 (NA) – The lighthouse at Holm was lit on Friday for the first time in nine years, the "
                "harbour office said.",
                "“We had forgotten how far it reaches,” said Ina Dahl, 58, who keeps the slipway below it.",
                "The lamp was put out in 2016 to save 4,000 crowns a year.",
            ),
            second=(
                "Holm has its light back",
                "The lighthouse at Holm was lit on Friday for the first time in almost a decade, the harbour office "
                "confirmed.",
                "“We had forgotten how far it shines,” said Ina Dahl, who keeps the slipway below it.",
            ),
            imprint=("Imprint", "Write here who keeps this archive, and where to reach them."),
        ),
        "es": Starter(
            title="Mi archivo",
            agency="Agencia Norte",
            paper="El Matutino",
            invented="Un medio inventado. Sustitúyalo por los de su archivo.",
            story="El faro vuelve a lucir",
            note="Escriba aquí lo que el lector debe saber de esta historia.",
            first=(
                "El faro vuelve a lucir tras nueve años",
                "HOLM, 2 may (AN) – El faro de Holm se encendió el viernes por primera vez en nueve años, dijo la "
                "oficina del puerto.",
                "«Habíamos olvidado hasta dónde llega», dijo Ina Dahl, de 58 años, que cuida la rampa al pie del faro.",
                "La lámpara se apagó en 2016 para ahorrar 4.000 coronas al año.",
            ),
            second=(
                "Holm recupera su luz",
                "El faro de Holm se encendió el viernes por primera vez en casi una década, confirmó la oficina del "
                "puerto.",
                "«Habíamos olvidado hasta dónde alumbra», dijo Ina Dahl, que cuida la rampa al pie del faro.",
            ),
            imprint=("Aviso legal", "Escriba aquí quién lleva este archivo y dónde se le encuentra."),
        ),
        "fr": Starter(
            title="Mes archives",
            agency="Agence du Nord",
            paper="Le Matinal",
            invented="Un média inventé. Remplacez-le par ceux de vos archives.",
            story="Le phare est rallumé",
            note="Écrivez ici ce que le lecteur doit savoir de cette affaire.",
            first=(
                "Le phare rallumé après neuf ans",
                "HOLM, 2 mai (AN) – Le phare de Holm a été allumé vendredi pour la première fois depuis neuf ans, a "
                "indiqué le bureau du port.",
                "« Nous avions oublié jusqu’où il porte », a dit Ina Dahl, 58 ans, qui garde la cale au pied du phare.",
                "La lampe avait été éteinte en 2016 pour économiser 4 000 couronnes par an.",
            ),
            second=(
                "Holm retrouve sa lumière",
                "Le phare de Holm a été allumé vendredi pour la première fois depuis presque dix ans, a confirmé le "
                "bureau du port.",
                "« Nous avions oublié jusqu’où il éclaire », a dit Ina Dahl, qui garde la cale au pied du phare.",
            ),
            imprint=("Mentions légales", "Écrivez ici qui tient ces archives, et où le joindre."),
        ),
        "de": Starter(
            title="Mein Archiv",
            agency="Nordagentur",
            paper="Morgenblatt",
            invented="Ein erfundenes Medium. Setzen Sie an seine Stelle die Ihres Archivs.",
            story="Der Leuchtturm brennt wieder",
            note="Schreiben Sie hier, was Leser über diese Geschichte wissen sollten.",
            first=(
                "Leuchtturm brennt nach neun Jahren wieder",
                "HOLM, 2. Mai (NA) – Der Leuchtturm von Holm hat am Freitag zum ersten Mal seit neun Jahren wieder "
                "gebrannt, teilte das Hafenamt mit.",
                "„Wir hatten vergessen, wie weit er reicht“, sagte Ina Dahl, 58, die den Anleger darunter betreut.",
                "Die Lampe war 2016 gelöscht worden, um 4.000 Kronen im Jahr zu sparen.",
            ),
            second=(
                "Holm hat sein Licht zurück",
                "Der Leuchtturm von Holm hat am Freitag zum ersten Mal seit fast zehn Jahren wieder gebrannt, "
                "bestätigte das Hafenamt.",
                "„Wir hatten vergessen, wie weit er leuchtet“, sagte Ina Dahl, die den Anleger darunter betreut.",
            ),
            imprint=("Impressum", "Schreiben Sie hier, wer dieses Archiv führt und wie man ihn erreicht."),
        ),
        "ar": Starter(
            title="أرشيفي",
            agency="وكالة الشمال",
            paper="جريدة الصباح",
            invented="وسيلة إعلام متخيلة. ضع مكانها وسائل أرشيفك.",
            story="المنارة تضيء من جديد",
            note="اكتب هنا ما ينبغي للقارئ أن يعرفه عن هذه القصة.",
            first=(
                "المنارة تضيء بعد تسع سنوات",
                "هولم، 2 مايو – أضيئت منارة هولم يوم الجمعة لأول مرة منذ تسع سنوات، بحسب ما قال مكتب الميناء.",
                "وقالت إينا دال (58 عاما) التي ترعى المرسى أسفل المنارة: «كنا قد نسينا إلى أين يصل نورها».",
                "وكان المصباح قد أطفئ عام 2016 لتوفير 4000 كرونة في السنة.",
            ),
            second=(
                "هولم تستعيد نورها",
                "أضيئت منارة هولم يوم الجمعة لأول مرة منذ نحو عقد، بحسب ما أكد مكتب الميناء.",
                "وقالت إينا دال التي ترعى المرسى أسفل المنارة: «كنا قد نسينا إلى أين يمتد نورها».",
            ),
            imprint=("بيانات الناشر", "اكتب هنا من يدير هذا الأرشيف وكيف يمكن الوصول إليه."),
        ),
        "vi": Starter(
            title="Kho lưu trữ của tôi",
            agency="Hãng tin Phương Bắc",
            paper="Báo Buổi Sáng",
            invented="Một cơ quan báo chí hư cấu. Hãy thay bằng các cơ quan trong kho của bạn.",
            story="Ngọn hải đăng sáng trở lại",
            note="Hãy viết ở đây điều người đọc cần biết về câu chuyện này.",
            first=(
                "Hải đăng sáng trở lại sau chín năm",
                "HOLM, 2/5 – Ngọn hải đăng ở Holm được thắp sáng hôm thứ Sáu lần đầu tiên sau chín năm, văn phòng cảng "
                "cho biết.",
                "“Chúng tôi đã quên ánh đèn chiếu xa đến đâu,” bà Ina Dahl, 58 tuổi, người trông bến thuyền dưới chân "
                "hải đăng, nói.",
                "Ngọn đèn bị tắt năm 2016 để tiết kiệm 4.000 curon mỗi năm.",
            ),
            second=(
                "Holm có lại ánh đèn",
                "Ngọn hải đăng ở Holm được thắp sáng hôm thứ Sáu lần đầu tiên sau gần một thập kỷ, văn phòng cảng xác "
                "nhận.",
                "“Chúng tôi đã quên ánh đèn rọi xa đến đâu,” bà Ina Dahl, người trông bến thuyền dưới chân hải đăng, "
                "nói.",
            ),
            imprint=("Thông tin xuất bản", "Hãy viết ở đây ai phụ trách kho lưu trữ này và cách liên hệ."),
        ),
    }
)


def starter_files(language: str) -> dict[str, str]:
    """The files of a starter archive by their paths."""
    words = STARTERS[language]
    return {
        "site.toml": f'title = "{words.title}"\nbase_url = "https://example.org/"\nlanguage = "{language}"\n'
        "pages = true\n",
        "pages/imprint.md": f"---\ntitle: {words.imprint[0]}\n---\n{words.imprint[1]}\n",
        "sources/north-agency.md": _source(words.agency, "agency", language, words.invented),
        "sources/morning-paper.md": _source(words.paper, "newspaper", language, words.invented),
        "stories/lighthouse/story.md": f"---\ntitle: {words.story}\n---\n{words.note}\n",
        "stories/lighthouse/agency.md": _article(words.first, "north-agency", "2025-05-02T07:00:00Z", language),
        "stories/lighthouse/paper.md": _article(words.second, "morning-paper", "2025-05-02T11:30:00Z", language),
    }


def _source(name: str, kind: str, language: str, notes: str) -> str:
    return f"---\nname: {name}\nkind: {kind}\nlanguage: {language}\n---\n{notes}\n"


def _article(texts: tuple[str, ...], source: str, published: str, language: str) -> str:
    head = f"---\ntitle: {texts[0]}\nsource: {source}\npublished: {published}\nlanguage: {language}\n---\n"
    return head + "\n\n".join(texts[1:]) + "\n"
