"""How notices of correction and update begin, by language. Data; notices.py says how it is used.

`STATEMENTS` are sentences about the article itself (“This article was amended on ...”), `LABELS` words with a mark
behind them (“Correction:”). Each must name the text itself or carry its mark, so that no sentence of a report fits.
"""

from collections.abc import Mapping

_THING_EN = (
    r"(?:article|story|report|post|piece|page|column|headline|entry|item|blog|blogpost|live\s?blog|interview|review"
    r"|obituary|essay|video|caption|graphic|chart|version|feature|editorial|op-ed|transcript|podcast|copy|dispatch"
    r"|profile|newsletter|standfirst|subheading|list)s?"
)
_DONE_EN = r"(?:amended|updated|corrected|edited|modified|revised|clarified|altered|republished|changed|retracted)\b"
_PASSIVE_EN = r"(?=.{0,240}?\b(?:was|were|been|being) )"
"""Looked for first: without it each “this” would be tried with every way to divide the words behind it."""
_DAY_EN = r"(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,9}\.?\b"
_THING_ES = r"(?:art[íi]culo|noticia|nota|texto|informaci[óo]n|publicaci[óo]n|reportaje|entrada|titular|cr[óo]nica)"
_THING_FR = r"(?:article|texte|papier|billet|reportage|titre|dépêche|chronique|page|post|tribune|entretien|infographie)"
_THING_DE = (
    r"(?:artikels?|texte?s?|beitrags?|berichts?|meldung|überschrift|version|fassung|seite|interviews?|liveticker)"
)
_THING_PT = r"(?:artigo|mat[ée]ria|reportagem|texto|not[íi]cia|post|p[áa]gina|coluna|t[íi]tulo)"
_THING_IT = r"(?:articolo|pezzo|testo|post|servizio|titolo|pagina|notizia|intervista)"
_THING_RU = (
    r"(?:стать[яиеюй]|новост[ьи]|заметк[аиеу]|публикаци[яиюей]|материал[ае]?|текст[ае]?|сообщени[еяи]|заголов\w+)"
)

STATEMENTS: Mapping[str, tuple[str, ...]] = {
    "en": (
        rf"(?:the \w+(?: and \w+)? (?:on|of|in|to|for|with) )?this {_PASSIVE_EN}(?:[\w.]+ ){{0,4}}{_THING_EN}"
        rf"(?:,? (?:[\w.,]+ ){{0,5}}| )(?:was|has been|have been|were|had been"
        rf"|is being) (?:\w+ ){{0,2}}{_DONE_EN}(?! (?:and \w+ )?for )",
        rf"(?:an?|the|in an?|our) (?:earlier|previous|prior|original|initial) (?:\w+ )?version of (?:this|the|our|a) "
        rf"(?:[\w.]+ ){{0,4}}{_THING_EN}\b",
        rf"(?:due to|because of|owing to) an? (?:\w+[ -]){{0,3}}(?:error|mistake),? .{{0,60}}(?:version|{_THING_EN})\b",
        rf"this (?:[\w.]+ ){{0,3}}{_THING_EN} (?:corrects|has been corrected|replaces|clarifies|updates)\b",
        rf"we (?:have|'ve|’ve) (?:since )?{_DONE_EN} (?:this|the) (?:\w+ ){{0,2}}{_THING_EN}\b",
    ),
    "es": (
        rf"est[ae] {_THING_ES}\b.{{0,40}}? (?:ha sido|fue|se ha|han sido) "
        r"(?:modificad|actualizad|corregid|editad|rectificad|enmendad)",
        rf"(?:en )?(?:una|la) (?:primera )?versi[óo]n (?:anterior|previa|inicial|original)? ?de (?:est[ea]|la"
        rf"|el) {_THING_ES}",
        rf"hemos (?:corregido|modificado|actualizado) est[ea] {_THING_ES}",
    ),
    "fr": (
        rf"(?:le \w+ de )?c(?:et|e|ette) {_THING_FR}\b.{{0,40}}? a (?:été|fait l['’]objet d['’]une) "
        r"(?:modifi|mise? à jour|corrig|amend|actualis|édit|correction|rectifi)",
        rf"(?:dans )?une (?:précédente|première) version de (?:ce|cet|cette|l['’]) ?{_THING_FR}",
        rf"(?:dans )?(?:une|la) version (?:précédente|antérieure|initiale) de (?:ce|cet|cette|l['’]) ?{_THING_FR}",
        rf"nous avons (?:modifié|corrigé|mis à jour) (?:cet?|le|l['’]) ?{_THING_FR}",
    ),
    "de": (
        rf"diese[rsmn]? (?:\w+ )?{_THING_DE} (?:wurde|ist|haben wir)\b.{{0,60}}?"
        r"(?:aktualisiert|korrigiert|geändert|berichtigt|überarbeitet|ergänzt)",
        rf"(?:wir haben|in) diese[rsmn]? (?:\w+ )?{_THING_DE} .{{0,60}}?(?:aktualisiert|korrigiert|geändert"
        rf"|berichtigt)",
        r"in (?:einer|der) (?:früheren|vorherigen|ersten|ursprünglichen|älteren|vorigen) (?:version|fassung)\b",
        r"(?:eine|die) (?:frühere|vorherige|ursprüngliche|erste|ältere) (?:version|fassung) (?:dieses|des|dieser"
        r"|der)\b",
    ),
    "pt": (
        rf"est[ae] {_THING_PT}\b.{{0,40}}? foi (?:atualizad|corrigid|alterad|modificad|editad|retificad)",
        rf"(?:em )?uma (?:primeira )?versão (?:anterior|inicial|original) d(?:est[ea]|o|a) {_THING_PT}",
        r"diferentemente do que (?:foi )?(?:publicado|informado)",
    ),
    "it": (
        rf"quest[oa'’] ?{_THING_IT}\b.{{0,40}}? è stat[oa] (?:aggiornat|corrett|modificat|rettificat)",
        r"(?:in )?una (?:precedente|prima) versione di quest[oa'’]",
        r"(?:in )?una versione precedente di quest[oa'’]",
    ),
    "ru": (
        rf"(?:в )?(?:эт|данн)(?:а|ая|ой|у|от|ом|ый|о|ое)\s{_THING_RU}\b.{{0,60}}?"
        r"(?:обновл|исправл|измен[её]н|отредактирован|дополнен|внесен)",
        r"в (?:более ранней|предыдущей|первоначальной|ранней|первой) версии (?:эт|данн|стать|материал|текст|новост)",
        r"(?:более ранняя|предыдущая|первоначальная) версия (?:эт|данн|стать|материал|текст|новост)",
    ),
    "ar": (
        r"(?:تم|جرى) (?:تحديث|تصحيح|تعديل) (?:هذا|هذه) (?:المقال|الخبر|التقرير|المادة|القصة|النص|المقالة)",
        r"(?:ورد|جاء|ذكر|ذُكر|ذكرت|قالت)?\s?(?:في )?نسخة (?:سابقة|أولى) من (?:هذا|هذه)",
    ),
    "vi": (
        r"(?:bài viết|bài báo|bài|bản tin|tin|nội dung|tiêu đề bài) này (?:đã|vừa|được)(?: \w+){0,3}? "
        r"(?:cập nhật|chỉnh sửa|đính chính|sửa)",
        r"(?:trong )?(?:một )?(?:phiên bản|bản) (?:trước|cũ|đầu)(?: đó)? của (?:bài|tin)",
    ),
    "zh": (
        r"(?:本文|本报道|本篇报道|此文|这篇文章|本新聞|本新闻|本報導|本報道|這篇文章)(?:已|曾|于|於|的)?.{0,15}?"
        r"(?:更新|更正|修改|修订|修正|修訂)",
        r"(?:本文|报道|報導|文章)?(?:的)?(?:早前|先前|较早|較早|之前)(?:的)?版本",
    ),
    "ja": (
        r"(?:本|この|当)(?:記事|原稿|報道|コラム)(?:は|を|の|では).{0,25}?(?:更新|訂正|修正|変更|改訂)",
        r"(?:この記事の)?(?:以前|当初|初出時)の(?:版|記事|見出し|バージョン)",
    ),
    "ko": (
        r"(?:이|본) (?:기사|글|보도)(?:는|은|가|를|의)? .{0,30}?(?:수정|업데이트|정정|갱신)",
        r"(?:이 기사의 )?이전 (?:버전|판|기사)(?:에서|에는|은)",
    ),
}
"""By primary subtag; each matches at the first letter of a sentence, without regard to case."""

LABELS: Mapping[str, tuple[str, ...]] = {
    "en": (
        rf"(?:corrections?(?: and clarifications?)?|clarifications?|amendment|erratum|errata|retraction)"
        rf"(?:\s?[:—–(]| -|\s?appended|, {_DAY_EN}|$)",
        r"(?:an? )?editor(?:s|['’]s|s['’])? notes?\s?[:—–.(,\])-]",
        r"ed(?:s|itor)?\.? note\s?[:—–]",
        rf"(?:last )?updated?(?: (?:at|on))?\s?[:(—–]?\s?"
        rf"(?:\d|{_DAY_EN} ?\d|(?:mon|tue|wed|thu|fri|sat|sun)\w{{0,6}}day\b)",
        r"updated?(?: \(?\d[^:]{0,30})?\s?[:—–]",
        r"for the record\s?:",
    ),
    "es": (
        r"fe de (?:erratas|errores)\b",
        r"(?:correcci[óo]n(?:es)?|rectificaci[óo]n|aclaraci[óo]n|actualizaci[óo]n)\s?[:—–(]",
        r"nota (?:del editor|de la editora|de la redacci[óo]n|de redacci[óo]n|aclaratoria)\b",
        r"n\. ?de la ?r\.",
        r"(?:última actualizaci[óo]n|actualizado (?:a las|el \d|\d))",
    ),
    "fr": (
        r"(?:corrections?|rectificatif|erratum|précision|clarification|mise à jour|actualisation)\s?[:—–(]",
        r"note de (?:la rédaction|l['’]éditeur)\b",
        r"n\.?d\.?l\.?r\.?\s?[:)]",
        r"mis à jour (?:le \d|à \d)",
    ),
    "de": (
        r"(?:korrektur(?:hinweis)?|berichtigung|richtigstellung|klarstellung|aktualisierung|update|nachtrag"
        r"|transparenzhinweis)\s?[:(—–]",
        r"(?:hinweis|anmerkung) der (?:redaktion|red\.)",
        r"anm\. ?d\. ?red\b",
        r"(?:zuletzt )?aktualisiert (?:am|um) \d",
    ),
    "pt": (
        r"(?:errata|erramos)\b",
        r"(?:correção|retificação|atualização|esclarecimento)\s?[:—–(]",
        r"nota d[oa] (?:editora?|redação)\b",
        r"atualizad[oa] (?:às|em) \d",
    ),
    "it": (
        r"errata corrige\b",
        r"(?:correzione|rettifica|precisazione|aggiornamento)\s?[:—–(]",
        r"nota (?:del direttore|della redazione|dell['’]editore|di redazione)\b",
        r"n\.?d\.?r\.?\s?[:)]",
        r"aggiornato (?:alle|il) \d",
    ),
    "ru": (
        r"(?:исправление|поправка|уточнение|опровержение|обновление|обновлено|дополнено)\s?[:(—–\d]",
        r"(?:примечание редакции|от редакции|прим\. ред)\b",
        r"обновлено в \d",
    ),
    "ar": (
        r"(?:تصحيح|تنويه|توضيح|تحديث|استدراك|اعتذار وتصحيح)\s?[:(–-]",
        r"(?:ملاحظة|تنويه)(?: من)? (?:المحرر|التحرير|هيئة التحرير)",
        r"آخر تحديث\s?:?\s?\d",
    ),
    "vi": (
        r"(?:đính chính|cập nhật|cải chính|sửa lỗi)\s?[:(—–]",
        r"(?:ghi chú|chú thích) của (?:biên tập viên|tòa soạn|ban biên tập)\b",
        r"lời (?:tòa soạn|toà soạn)\b",
    ),
    "zh": (
        r"(?:更正|勘误|勘誤|编者按|編者按|编注|編註|编者注|編者註|更新|澄清|订正|訂正)\s?(?:启事|說明|说明)?[：:（(】]",
    ),
    "ja": (
        r"(?:訂正|追記|更新|編集部注|編注|おわび|お詫び|おことわり)\s?(?:と訂正)?[：:（(】〕]",
        r"(?:訂正して)?お(?:わび|詫び)(?:し|いた)",
    ),
    "ko": (
        r"(?:정정|정정보도|수정|업데이트|편집자 ?주|알려드립니다)\s?[:：)\]】]",
        r"바로잡습니다",
    ),
}
"""By primary subtag, as `STATEMENTS`."""

NOTES: tuple[str, ...] = (
    r"(?:an? )?editor(?:s|['’]s|s['’])? notes?\b",
    r"ed(?:s|itor)?\.? note\b",
    r"nota (?:del editor|de la editora|de la redacci[óo]n|de redacci[óo]n|d[oa] editora?|d[oa] redação|del direttore"
    r"|della redazione|dell['’]editore|di redazione)\b",
    r"n\. ?de la ?r\.",
    r"note de (?:la rédaction|l['’]éditeur)\b",
    r"n\.?d\.?l?\.?r\.?\s?[:)]",
    r"(?:hinweis|anmerkung) der (?:redaktion|red\.)",
    r"anm\. ?d\. ?red\b",
    r"(?:примечание редакции|от редакции|прим\. ред)\b",
    r"(?:ملاحظة|تنويه)(?: من)? (?:المحرر|التحرير|هيئة التحرير)",
    r"(?:ghi chú|chú thích) của (?:biên tập viên|tòa soạn|ban biên tập)\b",
    r"lời (?:tòa soạn|toà soạn)\b",
    r"(?:编者按|編者按|编注|編註|编者注|編者註|編集部注|編注|편집자 ?주)",
)
"""Labels of notes of an editor, which may be about anything: a correction, or who wrote this."""

CORRECTING: tuple[str, ...] = (
    "correct|updat|amend|clarif|erratum|error|mistake|revis|retract|earlier version|previous version|original version",
    "correg|correcci|actualiz|rectific|aclara|versi[óo]n (?:anterior|previa|original)",
    "corrig|mis à jour|rectifi|précis|erreur|version (?:précédente|antérieure|initiale)",
    "korrig|berichtig|aktualisier|geändert|fehler|fassung|version",
    "atualiz|retific|esclarec|versão|corret|aggiorna|rettific|precisa|errore|versione",
    "исправ|уточн|обновл|измен|ошиб|верси",
    "تصحيح|تحديث|تعديل|خطأ|نسخة|توضيح",
    "đính chính|cập nhật|chỉnh sửa|sửa|sai|phiên bản",
    "更正|勘误|勘誤|更新|修改|修订|修訂|错误|錯誤|版本|訂正|修正|誤|정정|수정|업데이트|바로잡|오류",
)
"""Parts of words that show that a note tells of a correction or an update, in any of the languages."""
