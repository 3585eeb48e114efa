"""One news paragraph in each of more than 20 languages and scripts, and a copy of it that differs in style alone.

Invented, like the towns. The copy has another spelling, script, form of letters, digits, case or set of marks.
"""

COPIES: dict[str, tuple[str, str]] = {
    "en": (
        "The defence minister’s programme for the harbour will be organised by the Brackmoor labour council, which "
        "criticised the grey colour of the new theatre centre. Travellers on the U.S. ferry were told that 12 tyres "
        "and a cheque had been catalogued, and that the two-year licence would be honoured after the storm.",
        "The defense minister's program for the harbor will be organized by the Brackmoor labor council, which "
        "criticized the gray color of the new theater center. Travelers on the US ferry were told that 12 tires "
        "and a check had been cataloged, and that the two-year license would be honored after the storm.",
    ),
    "de": (
        "Der Bürgermeister sagte, daß die Straße am Fluß nach dem Beschluß des Rates für zwei Wochen geschlossen "
        "werde. Die Schiffahrt müsse ruhen, weil der Paß über die Brücke zu groß und das Geländer zu rauh sei; es "
        "sei selbständig geprüft worden, wieviel die Größe der Fähre ausmache.",
        "Der Buergermeister sagte, dass die Strasse am Fluss nach dem Beschluss des Rates fuer zwei Wochen geschlossen "
        "werde. Die Schifffahrt muesse ruhen, weil der Pass ueber die Bruecke zu gross und das Gelaender zu rau sei; "
        "es sei selbstständig geprüft worden, wieviel die Grösse der Faehre ausmache.",
    ),
    "fr": (
        "L’État connaît le coût de l’île : en août, le maître du port a brûlé deux boîtes d’oignons, et cet événement "
        "paraît avoir coûté cher à l’Église. « La clef de la chaîne était au cœur de la croûte », dit-il, en "
        "accusant une règle ambiguë du règlement de Brackmoor.",
        "L'Etat connait le cout de l'ile : en aout, le maitre du port a brulé deux boites d'ognons, et cet évènement "
        'parait avoir couté cher à l\'Eglise. "La clé de la chaine était au coeur de la croute", dit-il, en '
        "accusant une règle ambigüe du règlement de Brackmoor.",
    ),
    "es": (
        "«Sólo éste es el período que cuenta», dijo la psicóloga en un vídeo sobre el fútbol del puerto. El chófer "
        "de la élite policíaca aportó las substancias y el guión, y en setiembre la suscripción quedó abierta para "
        "todos los vecinos de Brackmoor que la pidieron.",
        "“Solo este es el periodo que cuenta”, dijo la sicóloga en un video sobre el futbol del puerto. El chofer "
        "de la elite policiaca aportó las sustancias y el guion, y en septiembre la subscripción quedó abierta para "
        "todos los vecinos de Brackmoor que la pidieron.",
    ),
    "pt": (
        "O director do projecto disse que a acção no sector eléctrico é óptima e que o arquitecto do Egipto vai "
        "seleccionar a colecção actual. A idéia de António foi adoptada em Junho: o vôo económico, a excepção e a "
        "direcção das inspecções ficam sem objecções, com tranqüila freqüência.",
        "O diretor do projeto disse que a ação no setor elétrico é ótima e que o arquiteto do Egito vai "
        "selecionar a coleção atual. A ideia de Antônio foi adotada em junho: o voo econômico, a exceção e a "
        "direção das inspeções ficam sem objeções, com tranquila frequência.",
    ),
    "it": (
        "Il sindaco ha detto che il ponte resta chiuso perché l’acqua è troppo alta. «Non sappiamo ancora quando "
        "finirà», ha aggiunto, benché i tecnici abbiano lavorato per 3 notti affinché il porto di Brackmoor fosse "
        "riaperto alle navi prima della festa.",
        "Il sindaco ha detto che il ponte resta chiuso perchè l'acqua è troppo alta. “Non sappiamo ancora quando "
        "finirà”, ha aggiunto, benchè i tecnici abbiano lavorato per 3 notti affinchè il porto di Brackmoor fosse "
        "riaperto alle navi prima della festa.",
    ),
    "ro": (
        "Primarul a spus că orașul își va redeschide portul și că navele sunt în siguranță. Când apele s-au retras, "
        "doisprezece pescari au mâncat împreună pâine caldă, iar viitorul pieței rămâne hotărât de consiliul "
        "județean al ținutului.",
        "Primarul a spus că oraşul îşi va redeschide portul şi că navele sînt în siguranţă. Cînd apele s-au retras, "
        "doisprezece pescari au mîncat împreună pîine caldă, iar viitorul pieţei rămîne hotărît de consiliul "
        "judeţean al ţinutului.",
    ),
    "ru": (
        "Мэр заявил, что паром ещё не пришёл и что его ждут всё утро. «Мы идём на подъём», — сказал он; нашёл ли "
        "капитан причину, остаётся неясно, но трое рыбаков провели в лодке весь день и вернулись домой с тёплым "
        "хлебом и чаем.",
        'Мэр заявил, что паром еще не пришел и что его ждут все утро. "Мы идем на подъем", - сказал он; нашел ли '
        "капитан причину, остается неясно, но трое рыбаков провели в лодке весь день и вернулись домой с теплым "
        "хлебом и чаем.",
    ),
    "sr": (
        "Градоначелник је рекао да ће мост бити затворен две недеље због поплаве. Људи из Њушевца чекају џип "
        "скеле, а ђаци путују чамцем; пољопривредници кажу да је вода однела ограду и да нико није повређен у "
        "околини града.",
        "Gradonačelnik je rekao da će most biti zatvoren dve nedelje zbog poplave. Ljudi iz Njuševca čekaju džip "
        "skele, a đaci putuju čamcem; poljoprivrednici kažu da je voda odnela ogradu i da niko nije povređen u "
        "okolini grada.",
    ),
    "tr": (
        "İstanbul Valisi, ışıklı köprünün Iğdır’dan gelen işçilerle açılacağını söyledi. Kıyıdaki iskele iki hafta "
        "kapalı kalacak, çünkü sular yükseldi; balıkçılar ılık bir günde ağlarını yeniden kuracaklarını ve ısınma "
        "giderlerini ödeyeceklerini bildirdi.",
        "İSTANBUL VALİSİ, IŞIKLI KÖPRÜNÜN IĞDIR'DAN GELEN İŞÇİLERLE AÇILACAĞINI SÖYLEDİ. KIYIDAKİ İSKELE İKİ HAFTA "
        "KAPALI KALACAK, ÇÜNKÜ SULAR YÜKSELDİ; BALIKÇILAR ILIK BİR GÜNDE AĞLARINI YENİDEN KURACAKLARINI VE ISINMA "
        "GİDERLERİNİ ÖDEYECEKLERİNİ BİLDİRDİ.",
    ),
    "el": (
        "Ο δήμαρχος είπε ότι η γέφυρα θα μείνει κλειστή δύο εβδομάδες λόγω της πλημμύρας. Οι ψαράδες περιμένουν το "
        "πλοίο από τις πέντε το πρωί, και τρεις μαϊμούδες έφυγαν από τον ζωολογικό κήπο χωρίς να τις δει κανένας "
        "φύλακας της πόλης.",
        "Ο ΔΗΜΑΡΧΟΣ ΕΙΠΕ ΟΤΙ Η ΓΕΦΥΡΑ ΘΑ ΜΕΙΝΕΙ ΚΛΕΙΣΤΗ ΔΥΟ ΕΒΔΟΜΑΔΕΣ ΛΟΓΩ ΤΗΣ ΠΛΗΜΜΥΡΑΣ. ΟΙ ΨΑΡΑΔΕΣ ΠΕΡΙΜΕΝΟΥΝ ΤΟ "
        "ΠΛΟΙΟ ΑΠΟ ΤΙΣ ΠΕΝΤΕ ΤΟ ΠΡΩΙ, ΚΑΙ ΤΡΕΙΣ ΜΑΪΜΟΥΔΕΣ ΕΦΥΓΑΝ ΑΠΟ ΤΟΝ ΖΩΟΛΟΓΙΚΟ ΚΗΠΟ ΧΩΡΙΣ ΝΑ ΤΙΣ ΔΕΙ ΚΑΝΕΝΑΣ "
        "ΦΥΛΑΚΑΣ ΤΗΣ ΠΟΛΗΣ.",
    ),
    "ar": (
        "أعلن رئيس البلديّة أن الجسر سيُغلق لمدّة أسبوعين بعد ارتفاع المياه، وأضاف أن ١٢ صيادًا عادوا إلى المدينة "
        "القديمة مساء الأحد. وقال مسؤول في الميناء إن الأضرار كبيرة جدًّا، وإن إصلاح الطريق يبدأ قبل انتهاء الشهر.",
        "اعلن رئيس البلدية ان الجسر سيغلق لمدة اسبوعين بعد ارتفاع المياه، واضاف ان 12 صيادا عادوا الى المدينه "
        "القديمه مساء الاحد. وقال مسؤول في المينــاء ان الاضرار كبيره جدا، وان اصلاح الطريق يبدا قبل انتهاء الشهر.",
    ),
    "fa": (
        "شهردار گفت که پل به دلیل بالا آمدن آب دو هفته بسته می‌ماند و ۱۲ ماهیگیر به شهر قدیمی برگشتند. یکی از "
        "کارکنان بندر گفت که خسارت‌ها بزرگ است و تعمیر راه پیش از پایان ماه آغاز می‌شود.",
        "شهردار گفت كه پل به دليل بالا آمدن آب دو هفته بسته میماند و 12 ماهيگير به شهر قديمي برگشتند. يكي از "
        "كاركنان بندر گفت كه خسارتها بزرگ است و تعمير راه پيش از پايان ماه آغاز ميشود.",
    ),
    "ur": (
        "میئر نے کہا کہ پانی چڑھنے کی وجہ سے پل دو ہفتے بند رہے گا اور ۱۲ ماہی گیر پرانے شہر واپس آ گئے۔ بندرگاہ "
        "کے ایک اہلکار نے بتایا کہ نقصان بہت بڑا ہے اور سڑک کی مرمت مہینے کے آخر سے پہلے شروع ہو گی۔",
        "ميئر نے کہا كہ پاني چڑھنے کي وجہ سے پل دو ہفتے بند رہے گا اور 12 ماہي گير پرانے شہر واپس آ گئے۔ بندرگاہ "
        "کے ايک اہلكار نے بتايا كہ نقصان بہت بڑا ہے اور سڑک کي مرمت مہينے کے آخر سے پہلے شروع ہو گي۔",
    ),
    "he": (
        "רֹאשׁ הָעִיר אָמַר כִּי הַגֶּשֶׁר יִישָּׁאֵר סָגוּר שבועיים בגלל השיטפון. שנים-עשר דייגים חזרו אל העיר העתיקה "
        "בִּשְׁעַת עֶרֶב, ופקיד בנמל אמר כי הנזק גדול וכי תיקון הַדֶּרֶךְ יתחיל לפני סוף החודש.",
        "ראש העיר אמר כי הגשר יישאר סגור שבועיים בגלל השיטפון. שנים־עשר דייגים חזרו אל העיר העתיקה "
        "בשעת ערב, ופקיד בנמל אמר כי הנזק גדול וכי תיקון הדרך יתחיל לפני סוף החודש.",
    ),
    "hi": (
        "महापौर ने कहा कि बाढ़ के कारण पुल दो हफ़्ते बंद रहेगा और १२ मछुआरे पुराने शहर लौट आए। बंदरगाह के एक अफ़सर ने "
        "बताया कि नुक़सान बड़ा है, संबंधित स्थान पर सड़क की मरम्मत सितंबर से पहले शुरू होगी।",
        "महापौर ने कहा कि बाढ़ के कारण पुल दो हफ्ते बंद रहेगा और 12 मछुआरे पुराने शहर लौट आए। बन्दरगाह के एक अफसर ने "
        "बताया कि नुकसान बड़ा है, सम्बन्धित स्‍थान पर सड़क की मरम्मत सितम्बर से पहले शुरू होगी।",
    ),
    "bn": (
        "মেয়র বলেছেন যে বন্যার কারণে সেতু দুই সপ্তাহ বন্ধ থাকবে এবং ১২ জন জেলে পুরোনো শহরে ফিরে এসেছেন। বন্দরের এক "
        "কর্মকর্তা জানান, ক্ষতি বড় এবং মাস শেষ হওয়ার আগে হঠাৎ সড়ক মেরামত শুরু হবে।",
        "মেয়র বলেছেন যে বন্যার কারণে সেতু দুই সপ্তাহ বন্ধ থাকবে এবং 12 জন জেলে পুরোনো শহরে ফিরে এসেছেন। বন্দরের এক "
        "কর্মকর্তা জানান, ক্ষতি বড় এবং মাস শেষ হওয়ার আগে হঠাত্‍ সড়ক মেরামত শুরু হবে।",
    ),
    "ml": (
        "വെള്ളപ്പൊക്കം കാരണം പാലം രണ്ടാഴ്ച അടച്ചിടുമെന്ന് മേയർ പറഞ്ഞു. മീൻ പിടിക്കുന്നവർ പഴയ നഗരത്തിൽ തിരിച്ചെത്തി, "
        "തുറമുഖത്തിന്റെ ഒരു ഉദ്യോഗസ്ഥൻ വലിയ നഷ്ടമുണ്ടെന്നും റോഡിന്റെ പണി ഉടൻ തുടങ്ങുമെന്നും അറിയിച്ചു.",
        "വെള്ളപ്പൊക്കം കാരണം പാലം രണ്ടാഴ്ച അടച്ചിടുമെന്ന് മേയര്‍ പറഞ്ഞു. മീന്‍ പിടിക്കുന്നവര്‍ പഴയ നഗരത്തില്‍ തിരിച്ചെത്തി, "
        "തുറമുഖത്തിന്റെ ഒരു ഉദ്യോഗസ്ഥന്‍ വലിയ നഷ്ടമുണ്ടെന്നും റോഡിന്റെ പണി ഉടന്‍ തുടങ്ങുമെന്നും അറിയിച്ചു.",
    ),
    "vi": (
        "Bà Nguyễn Thúy Hòa nói rằng tòa nhà ở cảng sẽ đóng cửa hai tuần vì lũ, và mười hai ngư dân khỏe mạnh đã về "
        "phố cổ. Ủy ban quý trọng tình hình hòa bình, hóa đơn được hủy và lý do sửa đường sẽ được công bố trước cuối "
        "tháng, theo thủy thủ đoàn.",
        "Bà Nguyễn Thuý Hoà nói rằng toà nhà ở cảng sẽ đóng cửa hai tuần vì lũ, và mười hai ngư dân khoẻ mạnh đã về "
        "phố cổ. Uỷ ban quí trọng tình hình hoà bình, hoá đơn được huỷ và lí do sửa đường sẽ được công bố trước cuối "
        "tháng, theo thuỷ thủ đoàn.",
    ),
    "zh": (
        "市长周二表示，由于洪水，大桥将关闭两个星期，12名渔民已经回到旧城。港口的一位官员说，损失很大，道路的修复工程"
        "会在月底之前开始，预计有数百名工人参与，学校里的灾民临时住处也将继续开放。",
        "市長週二表示，由於洪水，大橋將關閉兩個星期，１２名漁民已經回到舊城。港口的一位官員說，損失很大，道路的修復工程"
        "會在月底之前開始，預計有數百名工人參與，學校裡的災民臨時住處也將繼續開放。",
    ),
    "ja": (
        "市長は火曜日、洪水のため橋を２週間閉鎖すると述べた。漁師１２人は旧市街に戻り、港のスポークスマンは「被害は大きい」"
        "と話し、道路の修理は月末までに始まる見通しだとテレビで説明した。",
        "市長は火曜日、洪水のため橋を2週間閉鎖すると述べた。漁師12人は旧市街に戻り、港のｽﾎﾟｰｸｽﾏﾝは「被害は大きい」"
        "と話し、道路の修理は月末までに始まる見通しだとﾃﾚﾋﾞで説明した。",
    ),
    "ko": (
        "시장은 홍수 때문에 다리를 2주 동안 폐쇄한다고 말했다. 어부 12명은 옛 시가지로 돌아왔고, 항구 관계자는 "
        "“피해가 크다”며 도로 수리가 월말 이전에 시작될 것이라고 화요일 저녁에 밝혔다.",
        "시장은 홍수 때문에 다리를 ２주 동안 폐쇄한다고 말했다. 어부 １２명은 옛 시가지로 돌아왔고, 항구 관계자는 "
        '"피해가 크다"며 도로 수리가 월말 이전에 시작될 것이라고 화요일 저녁에 밝혔다.',
    ),
    "th": (
        "นายกเทศมนตรีกล่าวว่าสะพานจะปิดสองสัปดาห์เพราะน้ำท่วม และชาวประมง ๑๒ คนกลับถึงเมืองเก่าแล้ว "
        "เจ้าหน้าที่ท่าเรือบอกว่าความเสียหายมีมาก และการซ่อมถนนจะเริ่มก่อนสิ้นเดือนตามคำสั่ง",
        "นายกเทศมนตรีกล่าวว่าสะพานจะปิดสองสัปดาห์เพราะนํ้าท่วม และชาวประมง 12 คนกลับถึงเมืองเก่าแล้ว "
        "เจ้าหน้าที่ท่าเรือบอกว่าความเสียหายมีมาก และการซ่อมถนนจะเริ่มก่อนสิ้นเดือนตามคําสั่ง",
    ),
    "pl": (
        "Burmistrz powiedział, że most będzie zamknięty przez dwa tygodnie z powodu powodzi. „Dwunastu rybaków wróciło "
        "do starego miasta” – dodał, a urzędnik portu stwierdził, że szkody są duże i że naprawa drogi zacznie się "
        "przed końcem miesiąca.",
        'BURMISTRZ POWIEDZIAŁ, ŻE MOST BĘDZIE ZAMKNIĘTY PRZEZ DWA TYGODNIE Z POWODU POWODZI. "DWUNASTU RYBAKÓW WRÓCIŁO '
        'DO STAREGO MIASTA" - DODAŁ, A URZĘDNIK PORTU STWIERDZIŁ, ŻE SZKODY SĄ DUŻE I ŻE NAPRAWA DROGI ZACZNIE SIĘ '
        "PRZED KOŃCEM MIESIĄCA.",
    ),
    "und": (
        "The harbour commission found that the contractor had ignored the engineer’s warning and said “no” to the "
        "offer of Reed & Sons, whose café at the inner basin had been closed for three weeks by the flood of the "
        "river below the old mill.",
        "The harbour commission found that the con-\ntractor had ignored the engineer&#39;s warn-\ning and said "
        "&quot;no&quot; to the offer of Reed &amp; Sons, whose cafe\u0301 at the inner ba\u00adsin had been closed for "
        "three weeks by the flood of the ri\u200bver be-\nlow the old mill.",
    ),
}
