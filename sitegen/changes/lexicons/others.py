"""Words of further languages that give a change its kind: what denies, doubts and says, as papers print it.

Less than a lexicon of its own: the commonest verbs, no offices and no nouns for who is quoted. What is not known here
is told as wording.
"""

from collections.abc import Mapping

from sitegen.changes.lexicons.lexicon import Lexicon

_NORWEGIAN = Lexicon(
    language="nb",
    reporting={
        "neutral": (
            "si sier sa sagt | fortelle forteller fortalte | forklare forklarer forklarte | skrive skriver skrev"
        ),
        "claim": "hevde hevder hevdet | påstå påstår påsto påstod",
        "denial": "nekte nekter nektet | avvise avviser avviste | benekte benekter benektet",
        "confirmation": "bekrefte bekrefter bekreftet",
        "admission": "innrømme innrømmer innrømmet | erkjenne erkjenner erkjente",
        "warning": "advare advarer advarte",
        "announcement": "kunngjøre kunngjør kunngjorde | opplyse opplyser opplyste",
    },
    attributions="ifølge | i_følge",
    negations="ikke aldri ingen intet ingenting verken uten",
    no_negations="ikke_bare ikke_minst",
    hedges="kanskje muligens angivelig trolig antakelig visstnok påståtte påstått antatte antatt kan kunne",
    certainties="sikkert utvilsomt alltid helt",
    small="en ei et den det de og i på av til med for fra om som at er var har hadde ble blir å han hun sin sitt sine",
)
_CROATIAN = Lexicon(
    language="hr",
    reporting={
        "neutral": (
            "reći kaže kazao kazala rekao rekla rekli | izjaviti izjavio izjavila | objasniti objasnio objasnila"
        ),
        "claim": "tvrditi tvrdi tvrde tvrdio tvrdila",
        "denial": (
            "poricati poriče porekao porekla | demantirati demantirao demantirala demantovao | zanijekati zanijekao"
        ),
        "confirmation": "potvrditi potvrdio potvrdila",
        "admission": "priznati priznao priznala",
        "warning": "upozoriti upozorio upozorila",
        "announcement": "objaviti objavio objavila | najaviti najavio najavila",
    },
    attributions="prema",
    negations="ne nije nisu nisam nismo nikad nikada nitko niko ništa nijedan bez neće nema",
    no_negations="ne_samo",
    hedges="možda navodno vjerojatno verovatno navodni navodna",
    certainties="sigurno svakako uvijek uvek",
    small="i u na za od do s sa je su se da koji koja koje bi će o po iz kao",
)

LEXICONS: Mapping[str, Lexicon] = {
    "bg": Lexicon(
        language="bg",
        reporting={
            "neutral": (
                "казвам каза казва казаха | съобщавам съобщи съобщава | обяснявам обясни обяснява | заявявам заяви"
            ),
            "claim": "твърдя твърди твърдят твърдеше",
            "denial": "отричам отрече отрича | отхвърлям отхвърли отхвърля",
            "confirmation": "потвърждавам потвърди потвърждава",
            "admission": "признавам призна признава",
            "warning": "предупреждавам предупреди предупреждава",
            "announcement": "обявявам обяви обявява",
        },
        attributions="според",
        negations="не никога никой нищо няма без нито нямаше",
        no_negations="не_само",
        hedges="може_би вероятно предполагаемият предполагаемия предполагаема предполагаемо навярно",
        certainties="сигурно винаги напълно",
        small="и в на за от до с със е са се да който която което че по из като ще бе беше го му си",
    ),
    "bs": _CROATIAN,
    "ca": Lexicon(
        language="ca",
        reporting={
            "neutral": "dir diu va_dir ha_dit deia | explicar explica va_explicar | declarar declara va_declarar",
            "claim": "afirmar afirma va_afirmar ha_afirmat | assegurar assegura va_assegurar",
            "denial": "negar nega va_negar ha_negat | desmentir desmenteix va_desmentir",
            "confirmation": "confirmar confirma va_confirmar ha_confirmat",
            "admission": "admetre admet va_admetre | reconèixer reconeix va_reconèixer",
            "warning": "advertir adverteix va_advertir",
            "announcement": "anunciar anuncia va_anunciar ha_anunciat",
        },
        attributions="segons",
        negations="no mai ningú res cap sense tampoc",
        no_negations="no_només",
        hedges="potser possiblement probablement suposat suposada presumpte presumpta presumptament aparentment",
        certainties="certament sempre totalment",
        small="el la els les un una de del dels a al als en i o que es per amb va ha és eren era l' d' s'",
    ),
    "cs": Lexicon(
        language="cs",
        reporting={
            "neutral": "říci řekl řekla řekli říká říkají | uvést uvedl uvedla uvedli uvádí | sdělit sdělil sdělila",
            "claim": "tvrdit tvrdil tvrdila tvrdí",
            "denial": "popřít popřel popřela popírá | odmítnout odmítl odmítla odmítá",
            "confirmation": "potvrdit potvrdil potvrdila potvrzuje",
            "admission": "přiznat přiznal přiznala připustil připustila",
            "warning": "varovat varoval varovala varuje",
            "announcement": "oznámit oznámil oznámila oznamuje",
        },
        attributions="podle",
        negations="ne nikdy nikdo nic žádný žádná žádné není nejsou nebyl nebyla nebylo bez ani nebude",
        no_negations="ne_jen nejen",
        hedges="možná snad údajně údajný údajná údajné pravděpodobně zřejmě prý asi",
        certainties="jistě určitě vždy zcela",
        small="a v ve na z ze do od s se si o po pro je jsou byl byla bylo že který která které i k ke u za by",
        opposites=(r"^ne(?=\w{4,}(?:l|la|lo|li|ly|en|ena|eno|í|á|ou|ají)$)",),
    ),
    "da": Lexicon(
        language="da",
        reporting={
            "neutral": (
                "sige siger sagde sagt | fortælle fortæller fortalte | forklare forklarer forklarede | skrive skriver"
            ),
            "claim": "hævde hævder hævdede | påstå påstår påstod",
            "denial": "nægte nægter nægtede | afvise afviser afviste | benægte benægter benægtede",
            "confirmation": "bekræfte bekræfter bekræftede",
            "admission": "indrømme indrømmer indrømmede | erkende erkender erkendte",
            "warning": "advare advarer advarede",
            "announcement": "meddele meddeler meddelte | oplyse oplyser oplyste",
        },
        attributions="ifølge",
        negations="ikke aldrig ingen intet ingenting hverken uden",
        no_negations="ikke_kun ikke_mindst",
        hedges="måske muligvis angiveligt formentlig formodede formodet påståede påstået kan kunne",
        certainties="sikkert utvivlsomt altid helt",
        small="en et den det de og i på af til med for fra om som at er var har havde blev bliver han hun sin sit sine",
    ),
    "el": Lexicon(
        language="el",
        reporting={
            "neutral": "λέω είπε είπαν λέει λένε | δηλώνω δήλωσε δήλωσαν δηλώνει | ανέφερε αναφέρει ανέφεραν | εξήγησε",
            "claim": "ισχυρίζομαι ισχυρίστηκε ισχυρίζεται ισχυρίζονται | υποστήριξε υποστηρίζει",
            "denial": "αρνούμαι αρνήθηκε αρνείται | διέψευσε διαψεύδει | απέρριψε απορρίπτει",
            "confirmation": "επιβεβαίωσε επιβεβαιώνει επιβεβαίωσαν",
            "admission": "παραδέχτηκε παραδέχθηκε παραδέχεται | ομολόγησε",
            "warning": "προειδοποίησε προειδοποιεί",
            "announcement": "ανακοίνωσε ανακοινώνει ανακοίνωσαν",
        },
        attributions="σύμφωνα_με | κατά_τον",
        negations="δεν δε μην ποτέ κανείς κανένας καμία κανένα τίποτα χωρίς ούτε όχι",
        no_negations="όχι_μόνο",
        hedges="ίσως πιθανόν πιθανώς φερόμενος φερόμενη φερόμενο μάλλον φέρεται ενδέχεται",
        certainties="σίγουρα πάντα απολύτως βεβαίως",
        small=(
            "ο η το οι τα του της των τον την τη και σε στο στη στην στον στις στα από με για που να θα είναι ήταν "
            "ένα μια ένας"
        ),
    ),
    "fa": Lexicon(
        language="fa",
        reporting={
            "neutral": "گفت گفتند می‌گوید می‌گویند گفته | اظهار_داشت اظهار_کرد | توضیح_داد",
            "claim": "ادعا_کرد ادعا_می‌کند مدعی_شد",
            "denial": "تکذیب_کرد تکذیب_می‌کند | رد_کرد انکار_کرد",
            "confirmation": "تأیید_کرد تایید_کرد",
            "admission": "اعتراف_کرد اذعان_کرد پذیرفت",
            "warning": "هشدار_داد هشدار_می‌دهد",
            "announcement": "اعلام_کرد اعلام_می‌کند خبر_داد",
        },
        attributions="به_گفته | بر_اساس | به_نقل_از",
        negations="نه هرگز هیچ هیچ‌کس نیست نبود نشد نکرد ندارد نداشت بدون نخواهد",
        no_negations="نه_تنها",
        hedges="شاید احتمالا احتمالاً گویا ظاهرا ظاهراً ممکن",
        certainties="قطعا قطعاً همیشه کاملا کاملاً",
        small="و در به از که را با این آن است بود شد شده می برای تا یک هم بر یا خود",
    ),
    "fi": Lexicon(
        language="fi",
        reporting={
            "neutral": (
                "sanoa sanoo sanoi sanovat sanoivat | kertoa kertoo kertoi kertovat | todeta toteaa totesi | selittää"
            ),
            "claim": "väittää väitti väittävät väittivät",
            "denial": "kieltää kielsi kieltävät | kiistää kiisti kiistävät | torjua torjuu torjui",
            "confirmation": "vahvistaa vahvisti vahvistavat",
            "admission": "myöntää myönsi myöntävät",
            "warning": "varoittaa varoitti varoittavat",
            "announcement": "ilmoittaa ilmoitti ilmoittavat | julkistaa julkisti",
        },
        attributions="mukaan",
        negations="ei en et emme ette eivät eikä koskaan kukaan mitään ilman älä",
        no_negations="ei_vain",
        hedges="ehkä mahdollisesti todennäköisesti väitetty väitetysti oletettu ilmeisesti luultavasti voi saattaa",
        certainties="varmasti aina täysin ehdottomasti",
        small="ja on oli ovat olivat se ne hän että joka jotka kun myös niin tai sekä",
    ),
    "he": Lexicon(
        language="he",
        reporting={
            "neutral": "אמר אמרה אמרו אומר אומרת | מסר מסרה מסרו | הסביר הסבירה | סיפר סיפרה",
            "claim": "טען טענה טענו טוען טוענת",
            "denial": "הכחיש הכחישה הכחישו מכחיש מכחישה | דחה דחתה",
            "confirmation": "אישר אישרה אישרו מאשר",
            "admission": "הודה הודתה הודו מודה",
            "warning": "הזהיר הזהירה הזהירו מזהיר",
            "announcement": "הודיע הודיעה הודיעו מודיע | הכריז הכריזה",
        },
        attributions="לפי | לדברי | על_פי",
        negations="לא אין אינו אינה אינם מעולם אף_אחד כלום ללא בלי",
        no_negations="לא_רק",
        hedges="אולי ככל_הנראה כנראה לכאורה החשוד ייתכן",
        certainties="בוודאי תמיד לגמרי לחלוטין",
        small="של את על עם אל כי זה זו הוא היא הם גם או אשר היה היתה הייתה היו",
    ),
    "hi": Lexicon(
        language="hi",
        reporting={
            "neutral": "कहा कहते कहती कहना | बताया बताते बताती | बोले बोला बोली",
            "claim": "दावा_किया दावा_करते | आरोप_लगाया",
            "denial": "इनकार_किया इंकार_किया | खंडन_किया | खारिज_किया",
            "confirmation": "पुष्टि_की पुष्टि_करते",
            "admission": "स्वीकार_किया माना",
            "warning": "चेतावनी_दी चेताया",
            "announcement": "घोषणा_की ऐलान_किया",
        },
        attributions="के_अनुसार | के_मुताबिक",
        negations="नहीं न ना मत कभी_नहीं कोई_नहीं बिना",
        no_negations="न_केवल न_सिर्फ",
        hedges="शायद संभवतः कथित कथित_तौर_पर संभावित",
        certainties="निश्चित हमेशा बिल्कुल",
        small="का की के को में से पर ने है हैं था थी थे और यह वह कि जो तो भी एक हो गया गई गए कर रहा रही रहे इस उस",
    ),
    "hr": _CROATIAN,
    "hu": Lexicon(
        language="hu",
        reporting={
            "neutral": (
                "mond mondta mondja mondták | közöl közölte közli közölték | elmond elmondta | magyaráz magyarázta"
            ),
            "claim": "állít állította állítja állították",
            "denial": "tagad tagadta tagadja tagadták cáfolta cáfolja | visszautasít visszautasította",
            "confirmation": "megerősít megerősítette megerősítették",
            "admission": "elismer elismerte elismeri | beismerte beismeri",
            "warning": "figyelmeztet figyelmeztetett",
            "announcement": "bejelent bejelentette bejelentették",
        },
        attributions="szerint",
        negations="nem sem ne soha senki semmi sincs nincs nélkül nincsenek",
        no_negations="nem_csak nemcsak",
        hedges="talán állítólag valószínűleg állítólagos feltehetően esetleg lehet",
        certainties="biztosan mindig teljesen kétségtelenül",
        small="a az egy és hogy is volt van meg el ki be de ez ami aki",
    ),
    "id": Lexicon(
        language="id",
        reporting={
            "neutral": (
                "kata berkata mengatakan dikatakan | ujar tutur ucap | menjelaskan dijelaskan | menyebut menyebutkan"
            ),
            "claim": "mengklaim klaim | menuding",
            "denial": "membantah bantah | menyangkal menolak",
            "confirmation": "mengonfirmasi mengkonfirmasi membenarkan memastikan",
            "admission": "mengakui mengaku",
            "warning": "memperingatkan",
            "announcement": "mengumumkan diumumkan",
        },
        attributions="menurut",
        negations="tidak tak bukan belum jangan tanpa tidak_pernah tiada",
        no_negations="tidak_hanya bukan_hanya",
        hedges="mungkin diduga konon barangkali kemungkinan tampaknya terduga",
        certainties="pasti selalu tentu sepenuhnya",
        small="dan di ke dari yang itu ini untuk dengan pada adalah akan telah sudah para oleh ia dia mereka juga",
    ),
    "ms": Lexicon(
        language="ms",
        reporting={
            "neutral": "kata berkata katanya | menjelaskan jelas | memberitahu",
            "claim": "mendakwa dakwa",
            "denial": "menafikan menolak",
            "confirmation": "mengesahkan",
            "admission": "mengakui mengaku",
            "warning": "memberi_amaran",
            "announcement": "mengumumkan",
        },
        attributions="menurut",
        negations="tidak tak bukan belum jangan tanpa tiada",
        no_negations="bukan_sahaja",
        hedges="mungkin dipercayai didakwa kononnya barangkali",
        certainties="pasti sentiasa sepenuhnya",
        small="dan di ke dari yang itu ini untuk dengan pada adalah akan telah sudah para oleh dia mereka juga",
    ),
    "nb": _NORWEGIAN,
    "nl": Lexicon(
        language="nl",
        reporting={
            "neutral": (
                "zeggen zegt zei zeiden gezegd | vertellen vertelt vertelde vertelden | melden meldt meldde meldden | "
                "verklaren verklaart verklaarde verklaarden | laten_weten | uitleggen | schrijven schrijft schreef"
            ),
            "claim": "beweren beweert beweerde beweerden | stellen stelt stelde stelden",
            "denial": (
                "ontkennen ontkent ontkende ontkenden | weerspreken weerspreekt weersprak | verwerpen verwerpt verwierp"
            ),
            "confirmation": "bevestigen bevestigt bevestigde bevestigden",
            "admission": "toegeven erkennen erkent erkende erkenden | bekennen bekent bekende",
            "warning": "waarschuwen waarschuwt waarschuwde waarschuwden",
            "accusation": "beschuldigen beschuldigt beschuldigde",
            "announcement": "aankondigen | onthullen onthult onthulde",
            "emphasis": "benadrukken benadrukt benadrukte",
        },
        attributions="volgens | aldus",
        negations="niet geen nooit niemand niets nergens zonder noch",
        no_negations="niet_alleen niet_zozeer",
        hedges=(
            "misschien mogelijk wellicht vermoedelijk vermoedelijke vermeende vermeend zogenaamd waarschijnlijk "
            "schijnbaar blijkbaar zou zouden kan kunnen"
        ),
        certainties="zeker ongetwijfeld altijd volledig absoluut",
        small=(
            "de het een en van in op te met voor aan is was zijn er dat die om bij uit naar door over ook als of "
            "hij zij ze hun zijn haar werd worden heeft had hebben"
        ),
    ),
    "nn": _NORWEGIAN,
    "no": _NORWEGIAN,
    "pl": Lexicon(
        language="pl",
        reporting={
            "neutral": (
                "powiedzieć powiedział powiedziała powiedzieli mówi mówił mówiła | poinformować poinformował "
                "poinformowała informuje | wyjaśnić wyjaśnił wyjaśniła wyjaśnia | dodać dodał dodała dodaje"
            ),
            "claim": "twierdzić twierdzi twierdził twierdziła twierdzą | utrzymywać utrzymuje utrzymywał",
            "denial": (
                "zaprzeczyć zaprzeczył zaprzeczyła zaprzecza | zdementować zdementował | odrzucić odrzucił odrzuciła"
            ),
            "confirmation": "potwierdzić potwierdził potwierdziła potwierdza",
            "admission": "przyznać przyznał przyznała przyznaje",
            "warning": "ostrzec ostrzegł ostrzegła ostrzega ostrzegał",
            "accusation": "oskarżyć oskarżył oskarżyła oskarża",
            "announcement": "ogłosić ogłosił ogłosiła ogłasza | zapowiedzieć zapowiedział zapowiedziała",
            "emphasis": "podkreślić podkreślił podkreśliła podkreśla",
        },
        attributions="według | zdaniem | jak_podaje",
        negations="nie nigdy nikt nic żaden żadna żadne bez ani brak",
        no_negations="nie_tylko",
        hedges=(
            "może być_może prawdopodobnie rzekomo rzekomy rzekoma rzekome domniemany domniemana podobno "
            "przypuszczalnie chyba"
        ),
        certainties="na_pewno zawsze całkowicie niewątpliwie",
        small=(
            "i w we na z ze do od o po za się jest są był była było że który która które to a dla przez jak jego jej "
            "ich"
        ),
    ),
    "ro": Lexicon(
        language="ro",
        reporting={
            "neutral": (
                "spune spun spus spunea | declara declară declarat | a_precizat precizează | explica explică explicat"
            ),
            "claim": "susține susținut susțin | afirma afirmă afirmat | pretinde pretins",
            "denial": "nega neagă negat | dezminți dezminte dezmințit | respinge respins",
            "confirmation": "confirma confirmă confirmat",
            "admission": "recunoaște recunoscut | admite admis",
            "warning": "avertiza avertizează avertizat",
            "announcement": "anunța anunță anunțat",
        },
        attributions="potrivit | conform",
        negations="nu niciodată nimeni nimic niciun nicio fără nici",
        no_negations="nu_doar nu_numai",
        hedges="poate probabil presupus presupusa presupusul posibil aparent",
        certainties="sigur întotdeauna complet desigur",
        small="și în la de cu pe din că care a al ale ai o un una este sunt era au fost se pentru prin să lui",
    ),
    "sk": Lexicon(
        language="sk",
        reporting={
            "neutral": "povedať povedal povedala povedali hovorí | uviesť uviedol uviedla uvádza | vysvetliť vysvetlil",
            "claim": "tvrdiť tvrdil tvrdila tvrdí",
            "denial": "poprieť poprel poprela popiera | odmietnuť odmietol odmietla",
            "confirmation": "potvrdiť potvrdil potvrdila",
            "admission": "priznať priznal priznala pripustil",
            "warning": "varovať varoval varovala varuje",
            "announcement": "oznámiť oznámil oznámila",
        },
        attributions="podľa",
        negations="nie nikdy nikto nič žiadny žiadna bez ani nebol nebola nebolo nebude",
        no_negations="nie_len nielen",
        hedges="možno údajne údajný údajná pravdepodobne zrejme vraj asi",
        certainties="určite vždy úplne",
        small="a v vo na z zo do od s sa si o po pre je sú bol bola bolo že ktorý ktorá ktoré aj k ku u za by",
    ),
    "sv": Lexicon(
        language="sv",
        reporting={
            "neutral": (
                "säga säger sade sa sagt | berätta berättar berättade | förklara förklarar förklarade | "
                "skriva skriver skrev | uppge uppger uppgav"
            ),
            "claim": "hävda hävdar hävdade | påstå påstår påstod",
            "denial": "förneka förnekar förnekade | dementera dementerar dementerade | avvisa avvisar avvisade",
            "confirmation": "bekräfta bekräftar bekräftade",
            "admission": "medge medger medgav | erkänna erkänner erkände",
            "warning": "varna varnar varnade",
            "accusation": "anklaga anklagar anklagade",
            "announcement": "meddela meddelar meddelade | tillkännage tillkännagav",
            "emphasis": "betona betonar betonade",
        },
        attributions="enligt",
        negations="inte aldrig ingen inget inga ingenting varken utan ej",
        no_negations="inte_bara inte_minst",
        hedges="kanske möjligen troligen sannolikt påstådda påstådd misstänkte misstänkta förmodade förmodad kan kunde",
        certainties="säkert utan_tvekan alltid helt",
        small=(
            "en ett den det de och i på av till med för från om som att är var har hade blev blir han hon sin sitt sina"
        ),
    ),
    "th": Lexicon(language="th", negations="ไม่ มิ ไม่เคย ไม่มี", hedges="อาจ คาดว่า", no_negations="ไม่เพียง"),
    "tr": Lexicon(
        language="tr",
        reporting={
            "neutral": (
                "söylemek söyledi söylüyor söylediler | demek dedi diyor dediler | belirtmek belirtti belirtiyor "
                "| açıklamak açıkladı açıklıyor | anlatmak anlattı | ifade_etti"
            ),
            "claim": "iddia_etti iddia_ediyor iddia_ettiler | savunmak savundu savunuyor | öne_sürdü ileri_sürdü",
            "denial": "yalanlamak yalanladı yalanlıyor | inkar_etti | reddetmek reddetti reddediyor",
            "confirmation": "doğrulamak doğruladı doğruluyor",
            "admission": "itiraf_etti kabul_etti",
            "warning": "uyarmak uyardı uyarıyor",
            "announcement": "duyurmak duyurdu duyuruyor | ilan_etti",
        },
        attributions="göre",
        negations="değil yok asla hiç hiçbir hiçkimse kimse",
        no_negations="değil_sadece",
        hedges="belki muhtemelen iddiaya_göre sözde galiba olabilir sanırım",
        certainties="kesinlikle her_zaman tamamen",
        small="ve bir bu şu o da de ile için gibi ki mi ne çok daha olan olarak ise veya",
        opposites=(r"m[ae](?=d[ıi]|m[ıi]ş)", r"m[ıiuü](?=yor)", r"m[ae](?=y[ae]c[ae])"),
    ),
    "uk": Lexicon(
        language="uk",
        reporting={
            "neutral": (
                "сказати сказав сказала сказали каже кажуть | повідомити повідомив повідомила повідомили повідомляє | "
                "пояснити пояснив пояснила | розповісти розповів розповіла | зазначити зазначив зазначила"
            ),
            "claim": "стверджувати стверджує стверджував стверджувала стверджують | запевнити запевнив запевнила",
            "denial": "заперечити заперечив заперечила заперечує | спростувати спростував спростувала",
            "confirmation": "підтвердити підтвердив підтвердила підтверджує",
            "admission": "визнати визнав визнала визнає | зізнатися зізнався зізналася",
            "warning": "попередити попередив попередила застеріг застерегла",
            "accusation": "звинуватити звинуватив звинуватила",
            "announcement": "оголосити оголосив оголосила | заявити заявив заявила заявили",
            "emphasis": "наголосити наголосив наголосила підкреслив підкреслила",
        },
        attributions="за_словами | за_даними | згідно_з",
        negations="не ні ніколи ніхто ніщо нічого жоден жодна жодного без немає",
        no_negations="не_лише не_тільки",
        hedges="можливо мабуть імовірно ймовірно нібито начебто ймовірний імовірний",
        certainties="звичайно безперечно завжди цілком",
        small=(
            "і й та в у на з зі із до від за про що який яка яке які це є був була було були як по для його її їх а але"
        ),
    ),
}
"""By primary language subtag."""
