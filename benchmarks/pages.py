"""Ten ways in which news sites print a text, with chrome in six languages. The words around the texts are ours."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True, kw_only=True)
class Chrome:
    """What stands around a text."""

    language: str
    menu: tuple[str, ...]
    cookies: str
    related: str
    links: tuple[str, ...]
    comments: str
    comment: str
    advertisement: str
    share: str
    footer: str


CHROMES = (
    Chrome(
        language="en",
        menu=("Home", "World", "Business", "Weather", "Sign in"),
        cookies="We use cookies to remember what you have read. Accept all or choose for yourself.",
        related="Read also",
        links=("Ferry runs again after the storm", "Council raises the price of water", "A cat and its bakery"),
        comments="4 comments",
        comment="My neighbour has said so for years, and nobody at the town hall ever wrote it down.",
        advertisement="Advertisement: boots for wet streets, now at half the price",
        share="Share this story with your friends",
        footer="© The Skelby Advertiser. All rights reserved. Contact us, Privacy, Jobs",
    ),
    Chrome(
        language="de",
        menu=("Startseite", "Politik", "Wirtschaft", "Wetter", "Anmelden"),
        cookies="Wir verwenden Cookies, damit diese Seite schneller lädt. Alle annehmen oder selbst wählen.",
        related="Lesen Sie auch",
        links=("Fähre fährt nach dem Sturm wieder", "Der Rat erhöht den Wasserpreis", "Eine Katze und ihr Bäcker"),
        comments="4 Kommentare",
        comment="Mein Nachbar sagt das seit Jahren, und im Rathaus hat es nie jemand aufgeschrieben.",
        advertisement="Anzeige: Stiefel für nasse Straßen, jetzt zum halben Preis",
        share="Diesen Artikel mit Freunden teilen",
        footer="© Skelby Anzeiger. Alle Rechte vorbehalten. Kontakt, Datenschutz, Impressum",
    ),
    Chrome(
        language="fr",
        menu=("Accueil", "Monde", "Économie", "Météo", "Se connecter"),
        cookies="Nous utilisons des cookies pour nous souvenir de vos lectures. Tout accepter ou choisir.",
        related="À lire aussi",
        links=("Le bac reprend après la tempête", "La mairie augmente le prix de l’eau", "Un chat et son fournil"),
        comments="4 commentaires",
        comment="Mon voisin le dit depuis des années, et personne à la mairie ne l’a jamais noté.",
        advertisement="Publicité : des bottes pour rues mouillées, à moitié prix",
        share="Partager cet article avec vos amis",
        footer="© Le Courrier de Skelby. Tous droits réservés. Contact, Confidentialité",
    ),
    Chrome(
        language="es",
        menu=("Portada", "Mundo", "Economía", "El tiempo", "Entrar"),
        cookies="Usamos cookies para recordar lo que ha leído. Acepte todas o elija usted.",
        related="Lea también",
        links=("El ferri vuelve tras la tormenta", "El ayuntamiento sube el agua", "Un gato y su panadería"),
        comments="4 comentarios",
        comment="Mi vecino lo dice desde hace años y en el ayuntamiento nadie lo apuntó jamás.",
        advertisement="Publicidad: botas para calles mojadas, a mitad de precio",
        share="Comparta esta noticia con sus amigos",
        footer="© El Correo de Skelby. Todos los derechos reservados. Contacto, Privacidad",
    ),
    Chrome(
        language="ar",
        menu=("الرئيسية", "العالم", "الاقتصاد", "الطقس", "تسجيل الدخول"),
        cookies="نستخدم ملفات تعريف الارتباط لنتذكر ما قرأته. اقبل الكل أو اختر بنفسك.",
        related="اقرأ أيضا",
        links=("العبّارة تعود بعد العاصفة", "المجلس يرفع سعر المياه", "قطة ومخبزها"),
        comments="4 تعليقات",
        comment="جاري يقول هذا منذ سنوات ولم يكتبه أحد في البلدية قط.",
        advertisement="إعلان: أحذية للشوارع المبتلة بنصف السعر",
        share="شارك هذا الخبر مع أصدقائك",
        footer="© بريد سكيلبي. جميع الحقوق محفوظة. اتصل بنا، الخصوصية",
    ),
    Chrome(
        language="vi",
        menu=("Trang chủ", "Thế giới", "Kinh tế", "Thời tiết", "Đăng nhập"),
        cookies="Chúng tôi dùng cookie để nhớ những gì bạn đã đọc. Chấp nhận tất cả hoặc tự chọn.",
        related="Xem thêm",
        links=("Phà chạy lại sau cơn bão", "Hội đồng tăng giá nước", "Con mèo và tiệm bánh"),
        comments="4 bình luận",
        comment="Hàng xóm của tôi nói vậy đã nhiều năm mà ở tòa thị chính chẳng ai ghi lại.",
        advertisement="Quảng cáo: giày đi mưa giảm nửa giá",
        share="Chia sẻ bài này với bạn bè",
        footer="© Báo Skelby. Giữ toàn quyền. Liên hệ, Bảo mật",
    ),
)

Template = Callable[[Chrome, str, Sequence[str]], str]


def _listed(items: Sequence[str]) -> str:
    return "<ul>" + "".join(f'<li><a href="/{at}">{escape(one)}</a></li>' for at, one in enumerate(items)) + "</ul>"


def _paragraphs(blocks: Sequence[str], opening: str = "<p>", closing: str = "</p>") -> str:
    return "".join(f"{opening}{escape(one)}{closing}" for one in blocks)


def _page(chrome: Chrome, title: str, body: str, head: str = "") -> str:
    side = "rtl" if chrome.language == "ar" else "ltr"
    return (
        f'<!DOCTYPE html><html lang="{chrome.language}" dir="{side}"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title>{head}</head><body>{body}</body></html>"
    )


def _semantic(chrome: Chrome, title: str, blocks: Sequence[str]) -> str:
    body = (
        f"<header><nav>{_listed(chrome.menu)}</nav></header><main><article><h1>{escape(title)}</h1>"
        f"{_paragraphs(blocks)}</article><aside><h2>{chrome.related}</h2>{_listed(chrome.links)}</aside></main>"
        f"<footer>{chrome.footer}</footer>"
    )
    return _page(chrome, title, body)


def _divisions(chrome: Chrome, title: str, blocks: Sequence[str]) -> str:
    body = (
        f'<div id="cookie-banner">{chrome.cookies}</div><div class="menu">{_listed(chrome.menu)}</div>'
        f'<div class="content"><h1>{escape(title)}</h1><div class="article-body">{_paragraphs(blocks)}</div>'
        f'<div class="share">{chrome.share}</div></div><div class="footer">{chrome.footer}</div>'
    )
    return _page(chrome, title, body)


def _old(chrome: Chrome, title: str, blocks: Sequence[str]) -> str:
    text = "<br><br>".join(escape(one) for one in blocks)
    body = (
        f"<table><tr><td>{_listed(chrome.menu)}</td><td><h1>{escape(title)}</h1><div>{text}</div></td>"
        f"<td>{_listed(chrome.links)}</td></tr></table><p>{chrome.footer}</p>"
    )
    return _page(chrome, title, body)


def _advertised(chrome: Chrome, title: str, blocks: Sequence[str]) -> str:
    notice = f'<div class="ad advertisement">{chrome.advertisement}</div>'
    text = "".join(f"<p>{escape(one)}</p>{notice if at % 3 == 1 else ''}" for at, one in enumerate(blocks))
    body = (
        f"<nav>{_listed(chrome.menu)}</nav><article><h1>{escape(title)}</h1>{text}</article>"
        f"<footer>{chrome.footer}</footer>"
    )
    return _page(chrome, title, body)


def _commented(chrome: Chrome, title: str, blocks: Sequence[str]) -> str:
    said = "".join(f'<div class="comment"><p>{chrome.comment}</p></div>' for _ in range(4))
    body = (
        f"<nav>{_listed(chrome.menu)}</nav><article><h1>{escape(title)}</h1>{_paragraphs(blocks)}</article>"
        f'<section id="comments" class="comments"><h2>{chrome.comments}</h2>{said}</section>'
        f"<footer>{chrome.footer}</footer>"
    )
    return _page(chrome, title, body)


def _interrupted(chrome: Chrome, title: str, blocks: Sequence[str]) -> str:
    half = max(1, len(blocks) // 2)
    box = f'<div class="related-links"><h4>{chrome.related}</h4>{_listed(chrome.links)}</div>'
    body = (
        f"<header>{_listed(chrome.menu)}</header><main><h1>{escape(title)}</h1><div class='story-body'>"
        f"{_paragraphs(blocks[:half])}{box}{_paragraphs(blocks[half:])}</div></main><footer>{chrome.footer}</footer>"
    )
    return _page(chrome, title, body)


def _pictured(chrome: Chrome, title: str, blocks: Sequence[str]) -> str:
    picture = f'<figure><img src="/a.jpg" alt=""><figcaption>{chrome.links[0]}</figcaption></figure>'
    body = (
        f"<nav>{_listed(chrome.menu)}</nav><article><header><h1>{escape(title)}</h1></header>{picture}"
        f"<section>{_paragraphs(blocks)}</section></article><footer>{chrome.footer}</footer>"
    )
    return _page(chrome, title, body)


def _spans(chrome: Chrome, title: str, blocks: Sequence[str]) -> str:
    text = _paragraphs(blocks, '<p class="x1a"><span class="x2b">', "</span></p>")
    body = (
        f'<div class="x0">{_listed(chrome.menu)}</div><div class="x3"><h1 class="x4">{escape(title)}</h1>'
        f'<div class="x5">{text}</div></div><div class="x6">{chrome.cookies}</div><div class="x7">{chrome.footer}</div>'
    )
    return _page(chrome, title, body)


def _described(chrome: Chrome, title: str, blocks: Sequence[str]) -> str:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "'
        + escape(title, quote=False).replace("\\", "").replace('"', "'")
        + '"}</script><meta property="og:type" content="article">'
    )
    body = (
        f'<nav>{_listed(chrome.menu)}</nav><div itemscope itemtype="https://schema.org/NewsArticle">'
        f'<h1 itemprop="headline">{escape(title)}</h1><div itemprop="articleBody">{_paragraphs(blocks)}</div></div>'
        f'<div class="newsletter">{chrome.share}</div><footer>{chrome.footer}</footer>'
    )
    return _page(chrome, title, body, head)


def _blog(chrome: Chrome, title: str, blocks: Sequence[str]) -> str:
    text = _paragraphs(blocks[:1], "<blockquote><p>", "</p></blockquote>") + _paragraphs(blocks[1:])
    body = (
        f'<div id="sidebar">{_listed(chrome.links)}</div><div id="post"><h2 class="entry-title">{escape(title)}</h2>'
        f'<div class="entry-content">{text}</div><div class="sharedaddy">{chrome.share}</div></div>'
        f'<div id="footer">{chrome.footer}</div>'
    )
    return _page(chrome, title, body)


TEMPLATES: tuple[tuple[str, Template], ...] = (
    ("article element", _semantic),
    ("divisions", _divisions),
    ("table and br", _old),
    ("advertisements inside", _advertised),
    ("comments", _commented),
    ("related links inside", _interrupted),
    ("picture", _pictured),
    ("names that say nothing", _spans),
    ("microdata", _described),
    ("blog", _blog),
)
"""By what is hard about each."""
