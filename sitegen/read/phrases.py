"""Phrases of site furniture, by the reason they are set aside for. Data, and how to read it; furniture.py says how
they are used.

`LINES` are whole lines and `STARTS` beginnings of longer notices, both as `folded` prints them: lower case, straight
quotation marks, no marks at the ends. A phrase belongs here only if no reporter would write it as a paragraph.
"""

from collections.abc import Iterator, Mapping

LINES: Mapping[str, str] = {
    "menu": """
        home | about us | privacy | sport | sports | weather | politics | business | world | news | menu
        skip to content | skip to main content | sections | latest news | breaking news | subscribe | sign in
        log in | login | search | advertise | contact us | privacy policy
        inicio | noticias | portada | menú | iniciar sesión | buscar | últimas noticias
        suscríbete | accueil | actualités | menu principal | se connecter | rechercher
        s'abonner | à la une | startseite | nachrichten | menü | anmelden | suche
        zum inhalt springen | abonnieren | أخبار | الأخبار | الرئيسية | القائمة | بحث | تسجيل الدخول
        آخر الأخبار | أخبار عاجلة | trang chủ | tin tức | tin mới | đăng nhập | tìm kiếm
        tin nóng | 首页 | 新闻 | 登录 | 搜索 | 菜单 | 热门文章 | 最新消息 | 最新新闻
        热点新闻
        contact | kontakt | contacto | plan du site | المزيد | về trang chủ
        opinion | newsletter | terms of use | terms of service | all rights reserved | cookie policy | sitemap
        actualidad | política de privacidad | aviso legal | todos los derechos reservados
        société | mentions légales | politique de confidentialité | tous droits réservés | impressum | datenschutz
        alle rechte vorbehalten | agb | جميع الحقوق محفوظة | سياسة الخصوصية | اتصل بنا | من نحن | liên hệ
        thời sự | xã hội | thế giới | chính sách bảo mật
        local news | world news | local | culture | lifestyle | travel | health | technology | tech | science
        entertainment | economy | society | environment | arts | money | terms and conditions | terms of service
        cookie settings | about | sociedad | política | economía | internacional | nacional | deportes | cultura
        opinión | sucesos | politique | économie | international | monde | faits divers | idées | panorama | politik
        wirtschaft | kultur | gesellschaft | lokales | feuilleton | ausland | inland | meinung | zur startseite
        gérer les cookies | منوعات | سياسة | اقتصاد | رياضة | ثقافة | محليات | تكنولوجيا | صحة | رأي | مجتمع
        حجم الخط | đời sống | pháp luật | kinh tế | kinh doanh | thể thao | giải trí | giáo dục | sức khỏe
        công nghệ | văn hóa | du lịch | chính trị | khoa học | liên hệ quảng cáo | signaler une erreur
        report an error | fehler melden | lire le journal numérique | e-paper | loading | previous post | next post
    """,
    "back to top": """
        back to top | top top | return to top | go to top | scroll to top | volver arriba | subir | ir arriba
        haut de page | retour en haut | nach oben | zum seitenanfang | زر الذهاب إلى الأعلى | العودة إلى الأعلى
        إلى الأعلى | lên đầu trang | về đầu trang | trở về đầu trang | 返回顶部 | 回到顶部
    """,
    "comments": """
        comments | leave a comment | leave a reply | add a comment | post a comment | view comments
        show comments | join the conversation | join the discussion | no comments | comments are closed
        comentarios | deja un comentario | deja una respuesta | commentaires | laisser un commentaire
        laisser une réponse | kommentare | kommentar schreiben | schreibe einen kommentar | تعليقات | التعليقات
        اترك تعليقا | اترك تعليقاً | أضف تعليق | bình luận | gửi bình luận | ý kiến bạn đọc | 评论 | 发表评论
        留言 | 网友评论 | report this comment | deja tu comentario | diskutieren sie mit | أضف تعليقك
        add your comment | écrire un commentaire | escribe un comentario
    """,
    "share": """
        share | share this | share this article | share this story | share on facebook | share on twitter
        tweet | tweet this | click to tweet | email this article | print this article | print | copy link | follow us
        follow us on twitter
        follow us on facebook | compartir | compartir en facebook | compartir esta noticia | síguenos | partager
        partager cet article | partager sur facebook | suivez-nous | teilen | artikel teilen
        auf facebook teilen | drucken | folgen sie uns | مشاركة | شارك | شارك المقال | شارك هذا الخبر | تابعنا
        طباعة | chia sẻ | chia sẻ bài viết | theo dõi chúng tôi | 分享 | 分享到 | 分享到微信 | 打印 | 关注我们
        comparte esta noticia | شارك الخبر | síguenos en facebook | síguenos en twitter
        suivez-nous sur facebook | folgen sie uns auf facebook
        تابعنا على فيسبوك | تابعونا | newsletter abonnieren
        facebook | twitter | whatsapp | telegram | linkedin | pinterest | reddit | instagram | youtube | tiktok | email
        copiar enlace | copier le lien | link kopieren | نسخ الرابط | sao chép liên kết | like this | merken | save
        guardar | enregistrer | speichern | حفظ | lưu bài viết | save article | listen | écouter | escuchar | anhören
        vorlesen | استمع | nghe đọc bài | إرسال | ajouter à mes favoris
    """,
    "related": """
        related | related articles | related stories | related news | related content | related posts
        related topics | read more | read also | see also | more on this story | more stories
        you may also like | you might also like | recommended | recommended for you | recommended stories
        voir aussi | lesen sie mehr zum thema | more from this section | up next | artículos relacionados
        noticias relacionadas | más noticias
        lea también | lee también | le puede interesar | te puede interesar | articles liés
        articles similaires | à lire aussi | lire aussi | sur le même sujet | ähnliche artikel | mehr zum thema
        lesen sie auch | auch interessant | das könnte sie auch interessieren | مقالات ذات صلة | مواضيع ذات صلة
        أخبار ذات صلة | اقرأ أيضا | اقرأ أيضاً | إقرأ أيضا | قد يعجبك أيضا | tin liên quan | bài liên quan
        bài viết liên quan | xem thêm | đọc thêm | có thể bạn quan tâm | tin cùng chuyên mục | 相关新闻
        most read | most popular | trending | lo más leído | más leídas | lo más visto | les plus lus | meistgelesen
        الأكثر قراءة | الأكثر مشاهدة | đọc nhiều | xem nhiều | tags | từ khóa | recommended reading | te recomendamos
        la rédaction vous conseille | archivado en | etiquetas | temas | mots-clés | thèmes | schlagwörter | themen
        كلمات مفتاحية | الكلمات المفتاحية | كلمات دلالية | وسوم | موضوعات ذات صلة | filed under | topics | categories
        相关文章 | 相关阅读 | 相关报道 | 延伸阅读 | 推荐阅读 | 更多新闻
    """,
    "advertisement": """
        advertisement | story continued below | story continues below | advertisements | advert
        ad | ad feedback | continue reading below | continue reading the main story
        continue reading below advertisement
        la historia continúa después de la publicidad | continúa después de la publicidad
        la suite après la publicité | la suite après cette publicité | weiter nach der werbung
        nach der anzeige weiterlesen | continua após a publicidade | publicidade | pubblicità
        continua dopo la pubblicità
        реклама | продолжение после рекламы | 広告 | 広告の後に記事が続きます | 광고
        sponsored content | sponsored | story continues below advertisement
        article continues below advertisement | publicidad | anuncio | publicité | anzeige | werbung | إعلان
        إعلانات | quảng cáo | 广告
    """,
    "paywall": """
        already a subscriber | already a subscriber? log in | subscribe now | subscribe today | subscribers only
        subscribe to continue reading | log in to continue reading | sign up to continue reading
        contenido exclusivo | contenido para suscriptores | ya soy suscriptor | réservé aux abonnés
        article réservé aux abonnés | déjà abonné | nur für abonnenten | bereits abonnent | للمشتركين فقط
        dành cho thuê bao | 订阅后继续阅读
        jetzt abonnieren | jetzt testen | la suite est réservée aux abonnés | bereits abonnent? hier anmelden
        ya eres suscriptor | inicia sesión | déjà abonné? connectez-vous | support local journalism
        regístrate gratis
    """,
    "newsletter": """
        enter your email | enter your email address | your email address | email address | enter your e-mail
        sign up for our newsletter | sign up for our morning newsletter | get our daily newsletter | join our newsletter
        introduce tu correo electrónico | recibe nuestra newsletter | suscríbete a nuestra newsletter
        votre adresse e-mail | inscrivez-vous à notre newsletter | s'inscrire à la newsletter
        ihre e-mail-adresse | newsletter bestellen | zum newsletter anmelden
        أدخل بريدك الإلكتروني | اشترك في نشرتنا البريدية | nhập email của bạn | đăng ký nhận tin
        digite seu e-mail | assine nossa newsletter | inscreva-se na newsletter
        inserisci la tua email | iscriviti alla newsletter | подпишитесь на рассылку | подписаться на рассылку
        введите ваш email | 订阅我们的新闻邮件 | 输入您的电子邮件 | メールマガジンに登録 | 뉴스레터 구독
    """,
    "cookies": """
        accept all | accept all cookies | accept cookies | accept | reject all | manage preferences | aceptar
        aceptar todo
        aceptar cookies | rechazar | tout accepter | accepter | tout refuser | alle akzeptieren | akzeptieren
        ablehnen
        zustimmen | قبول | أوافق | قبول الكل | đồng ý | chấp nhận | tôi đồng ý
    """,
}

STARTS: Mapping[str, str] = {
    "paywall": """
        you've reached your daily free | you've reached your free | you've reached your monthly
        you have reached your | you've reached the limit of free | you have reached the limit of free
        subscribe and support our | subscribe to continue reading | to continue reading, please
        this article is for subscribers | this content is for subscribers
        this article is available to subscribers | already a subscriber? | try 7 days free | try 14 days free
        try 30 days free | you have read all your free | este contenido es exclusivo para suscriptores
        has alcanzado el límite de | cet article est réservé aux abonnés | il vous reste
        dieser artikel ist nur für | dieser inhalt ist nur für | هذا المحتوى للمشتركين | 您已达到免费
        la suite de cet article est réservée | déjà abonné ? | sie haben bereits ein abo | bereits abonnent?
        dieser artikel ist teil von | ya eres suscriptor? | suscríbete para | abonnez-vous pour | become a member
        abonnieren sie, um | subscribe to read
    """,
    "comments": """
        comments will be moderated | comments are moderated | log in to comment | login to comment
        you must become a subscriber or login to | you must be logged in to | you must log in to
        you must be a subscriber to | please log in to comment | please keep comments
        your email address will not be published | debes iniciar sesión para
        tu dirección de correo electrónico no será publicada | votre adresse e-mail ne sera pas publiée
        votre adresse de messagerie ne sera pas | deine e-mail-adresse wird nicht veröffentlicht
        لن يتم نشر عنوان بريدك | email của bạn sẽ không được hiển thị
        inicia sesión para comentar | connectez-vous pour commenter | đăng nhập để bình luận
        anmelden, um zu kommentieren | سجل الدخول للتعليق | bạn cần đăng nhập để
    """,
    "cookies": """
        we use cookies | this site uses cookies | this website uses cookies | by continuing to use this site
        utilizamos cookies | este sitio web utiliza cookies | esta web utiliza cookies
        nous utilisons des cookies | ce site utilise des cookies | wir verwenden cookies
        diese website verwendet cookies | نستخدم ملفات تعريف | يستخدم هذا الموقع ملفات
        chúng tôi sử dụng cookie | 我们使用cookie | 本网站使用cookie
    """,
    "menu": """
        bản quyền thuộc | © bản quyền | جميع الحقوق محفوظة | our standards:
    """,
    "share": """
        share this article on | sign up for daily newsletters | click here to get the
        sign up for our newsletter | sign up to our newsletter | subscribe to our newsletter
        get our newsletter | suscríbete a nuestro boletín | abonnez-vous à notre newsletter
        abonnieren sie unseren newsletter
        اشترك في النشرة | đăng ký nhận bản tin | recevez chaque | recevez nos | recibe cada | follow us on
        listen to this
        síguenos en | suivez-nous sur | folgen sie uns auf | تابعنا على | theo dõi chúng tôi trên | share on
        compartir en | partager sur
    """,
}


def phrases(listed: str) -> Iterator[str]:
    """The phrases of a list, which stand between bars and on lines of their own."""
    for line in listed.splitlines():
        yield from (phrase for part in line.split("|") if (phrase := part.strip()))
