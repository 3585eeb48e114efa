"""Edits and their kinds, language by language, as data: `kind: left => right`. All sentences are invented."""

FRAMES = {
    "en": ("In the harbour town the old clock had stopped, and ", " while the gulls went on as they had before."),
    "es": ("En la villa del puerto el viejo reloj se había parado, y ", " mientras las gaviotas seguían como antes."),
    "fr": ("Dans la ville du port la vieille horloge avait cessé, et ", " pendant que les mouettes tournaient encore."),
    "de": ("In der Hafenstadt war die alte Glocke verstummt, und ", " während die Möwen weiter ihre Runden drehten."),
    "ar": ("في مدينة الميناء توقفت الساعة القديمة، ثم ", " بينما كانت النوارس تحوم كما كانت تفعل."),
    "vi": ("Ở thị trấn cảng chiếc đồng hồ cũ đứng yên, và ", " trong lúc đàn hải âu vẫn bay lượn như trước."),
    "hi": ("बंदरगाह के नगर में पुरानी घड़ी रुक गई और ", " जबकि पक्षी पहले की तरह उड़ते रहे।"),
    "th": ("ในเมืองท่า นาฬิกาเก่าหยุดเดิน และ ", " ขณะที่นกนางนวลยังบินวนอยู่เหมือนเดิม"),
    "zh": ("港口小城的旧钟停了，", "，海鸥仍像从前一样盘旋不去。"),
    "und": ("In the harbour town the old clock had stopped, and ", " while the gulls went on as they had before."),
}
"""What stands before and after each edit."""

CASES = {
    "en": """
        typography: he called it “a farce” at noon => he called it "a farce" at noon
        typography: he called it ‘a farce’ at noon => he called it “a farce” at noon
        typography: the pump – it seems – failed => the pump — it seems — failed
        typography: the crew waited… and waited => the crew waited... and waited
        typography: the pump -- it seems -- failed => the pump — it seems — failed
        typography: a rise of 10\u00a0km in all => a rise of 10 km in all
        typography: the boat sank.  Nobody swam => the boat sank. Nobody swam
        typography: the oﬃce closed early => the office closed early
        format: a width of ２０ planks => a width of 20 planks
        typography: the steer\u00ading wheel broke => the steering wheel broke
        typography: the fer\u034fry was late => the ferry was late
        typography: the c\u0430ptain was late => the captain was late
        case: the Harbour Office closed => the harbour office closed
        case: the DAMAGE was great => the damage was great
        punctuation: the pump, it seems, failed => the pump it seems failed
        punctuation: the pump failed; the crew swam => the pump failed, the crew swam
        spelling: they organise the feast => they organize the feast
        spelling: the colour of the sail => the color of the sail
        spelling: the town centre flooded => the town center flooded
        spelling: he travelled by night => he traveled by night
        spelling: in defence of the pier => in defense of the pier
        spelling: a programme of repairs => a program of repairs
        spelling: a grey morning came => a gray morning came
        spelling: the old Councillor spoke => the old Councilor spoke
        spelling: a sound judgement was made => a sound judgment was made
        spelling: an aluminium mast fell => an aluminum mast fell
        spelling: he paid by cheque there => he paid by check there
        spelling: it hit the kerb twice => it hit the curb twice
        spelling: a flat tyre was found => a flat tire was found
        spelling: they agreed a cease-fire there => they agreed a ceasefire there
        spelling: he said “the UN came” twice => he said “the U.N. came” twice
        spelling: a metre of rope => a meter of rope
        wording: it was said that no one swam => it was said that nobody swam
        spelling: the pier is not safe => the pier isn't safe
        spelling: the painter Ekström waved => the painter Ekstrom waved
        format: it cost US$2,000 in all => it cost $2,000 in all
        format: it cost $2m in all => it cost $2 million in all
        format: it cost 2,000,000 dollars in all => it cost $2 million in all
        format: it cost US$2,000 in all => it cost 2.000 USD in all
        format: it cost 2 crowns in all => it cost Cr 2 in all
        format: a rise of 5 % came => a rise of 5 percent came
        format: a rise of 5 percent came => a rise of five per cent came
        format: two boats were lost => 2 boats were lost
        format: twenty-three boats were lost => 23 boats were lost
        format: two hundred and six boats were lost => 206 boats were lost
        format: on the 3rd day it rained => on the third day it rained
        format: it left at 5pm sharp => it left at 17:00 sharp
        format: it left at 5 p.m. sharp => it left at 17h00 sharp
        format: it sank on 3 March last => it sank on March 3 last
        format: it sank on Sept. 3 at sea => it sank on 3 September at sea
        format: the 17-year-old deckhand swam => the seventeen-year-old deckhand swam
        format: about 1,200,000 fish died => about 1 200 000 fish died
        figure: the fire killed 14 sheep outright => the fire killed 40 sheep outright
        figure: the fire killed two sheep outright => the fire killed 3 sheep outright
        figure: the fire killed 14 sheep outright => the fire killed dozens of sheep outright
        figure: the fire killed 26 sheep outright => the fire killed more than 20 sheep outright
        figure: it cost 2.4 million crowns => it cost 2.4 billion crowns
        figure: it cost 20 crowns => it cost 20 euros
        figure: a depth of 1.000 fathoms => a depth of 1,000 fathoms
        figure: he said “we lost 14 sheep” twice => he said “we lost 40 sheep” twice
        figure: the 26 sheep burned => the sheep burned
        figure: with 40 litres of oil => with 40 jars of oil
        figure: it took 3-5 days there => it took 5 to 3 days there
        wording: it took 3-5 days there => it took 3 and 5 days there
        date: it burned on Monday night => it burned on Tuesday night
        date: it was closed early this month => it was closed in early September
        date: it burned yesterday at the quay => it burned on Tuesday at the quay
        date: it was built in 1987 by hand => it was built in 1989 by hand
        date: it sank on 3 March last => it sank on 4 March last
        date: it was found three days ago there => it was found two weeks ago there
        date: it left at 5pm sharp => it left at 18:00 sharp
        date: the crew swam on Tuesday to the quay => the crew swam to the quay
        date: it reopened this week for good => it reopened this month for good
        name: members of the Northern League were seen => members of Noril were seen
        name: the boat belonged to Ada Brandt then => the boat belonged to Ida Ostel then
        name: the boat belonged to Mr Brandt then => the boat belonged to Ada Brandt then
        name: a ship of the UN came => a ship of the United Nations came
        name: the boat of Mohammed Salim sank => the boat of Muhammad Salim sank
        name: the train from Kiev was late => the train from Kyiv was late
        name: the widow of Jan de Vries wept => the widow of Pieter van Houten wept
        cut: the boat of President Ada Brandt sank => the boat of Ada Brandt sank
        attribution: the captain said the pump failed => the captain claimed the pump failed
        attribution: reporters have confirmed the loss => the Courier has confirmed the loss
        attribution: the loss was total, police said, and => the loss was total and
        attribution: the loss was total and => according to two officials the loss was total and
        attribution, cut: the mayor told the Courier that it sank => the mayor admitted that it sank
        attribution: sources said the pump failed => the coastguard said the pump failed
        quotation: he said “we were frightened” twice => he said “we were terrified” twice
        quotation: he said “the crew, cold and wet after a long night, swam” then => he said “the crew … swam” then
        quotation: he called it “a farce” at noon => he called it a farce at noon
        quotation: he said “we were afraid of storms” once => he said they were afraid of storms once
        quotation: he called it ‘a small farce’ at noon => he called it ‘a great farce’ at noon
        hedge: the pump may have failed overnight => the pump certainly have failed overnight
        hedge: the pump allegedly failed overnight => the pump failed overnight
        negation: the alarm had been ignored => the alarm had not been ignored
        negation: the alarm was never ignored => the alarm was ignored
        figure: hundreds of sheep burned => dozens of sheep burned
        figure: about 40 sheep burned => 40 sheep burned
        figure: at least 40 sheep burned => up to 40 sheep burned
        hedge: it is certain that it sank => it is probably so that it sank
        cut: the old and rotten boat sank => the old boat sank
        addition: the old boat sank => the old and rotten boat sank
        wording: a war-torn coast of ruins => a war-battered coast of ruins
        wording: they marched along the quay => they walked along the quay
        wording: it sank. The boat was old => it sank. A boat was old
        wording: it sank. Officials left early => it sank. Onlookers left early
    """,
    "es": """
        attribution: el capitán dijo que falló la bomba => el capitán afirmó que falló la bomba
        attribution: según la policía la bomba falló => la bomba falló
        attribution: fuentes señalaron que falló => el guardacostas señaló que falló
        hedge: la bomba falló de noche => la bomba posiblemente falló de noche
        negation: la alarma fue ignorada ayer => la alarma no fue ignorada ayer
        figure: cientos de ovejas ardieron => decenas de ovejas ardieron
        figure: al menos 40 ovejas ardieron => unas 40 ovejas ardieron
        figure: ardieron 26 ovejas del prado => ardieron decenas de ovejas del prado
        figure: ardieron doce ovejas del prado => ardieron 14 ovejas del prado
        format: ardieron dos ovejas del prado => ardieron 2 ovejas del prado
        format: ardieron treinta y dos ovejas => ardieron 32 ovejas
        format: costó 2.000 dólares en total => costó $2,000 en total
        format: costó 2.000.000 de coronas => costó 2 millones de coronas
        format: pesca de 1.000 kilos diarios => pesca de 1000 kilos diarios
        format: una subida del 5 % llegó => una subida del 5 por ciento llegó
        format: fue el 3 de marzo en alta mar => fue el tres de marzo en alta mar
        date: ardió el lunes en el muelle => ardió el martes en el muelle
        date: ardió ayer en el muelle => ardió el domingo en el muelle
        date: cerró este mes allí => cerró en septiembre allí
        date: fue el 3 de marzo en alta mar => fue el 4 de marzo en alta mar
        spelling: sólo quedó el mástil => solo quedó el mástil
        spelling: un barco de México llegó => un barco de Méjico llegó
        spelling: un largo período de calma => un largo periodo de calma
        spelling: cerró en septiembre para siempre => cerró en setiembre para siempre
        name: el barco de Ada Brandt llegó => el barco de Ida Ostel llegó
        quotation: lo llamó «una farsa» al fin => lo llamó «una broma» al fin
        typography: lo llamó «una farsa» al fin => lo llamó “una farsa” al fin
        wording: un barco viejo llegó => un bote viejo llegó
    """,
    "fr": """
        attribution: le capitaine a déclaré que la pompe a cédé => le capitaine a affirmé que la pompe a cédé
        attribution: selon la police la pompe a cédé => la pompe a cédé
        attribution: d’après deux témoins la pompe a cédé => la pompe a cédé
        hedge: la pompe a cédé la nuit => la pompe a probablement cédé la nuit
        negation: la pompe cède la nuit => la pompe ne cède pas la nuit
        figure: des centaines de moutons ont brûlé => des dizaines de moutons ont brûlé
        figure: environ 40 moutons ont brûlé => 40 moutons ont brûlé
        figure: on compte 26 moutons brûlés => on compte des dizaines de moutons brûlés
        figure: on compte douze moutons brûlés => on compte 14 moutons brûlés
        format: on compte deux moutons brûlés => on compte 2 moutons brûlés
        format: on compte quatre-vingt-dix-sept moutons => on compte 97 moutons
        format: au prix de 2 000 € en tout => au prix de 2.000 euros en tout
        format: parti à 17h00 du quai => parti à 17:00 du quai
        format: parti le 1er mai du quai => parti le 1 mai du quai
        date: brûlé lundi sur le quai => brûlé mardi sur le quai
        date: brûlé hier sur le quai => brûlé dimanche sur le quai
        date: fermé ce mois ici => fermé en septembre ici
        date: trouvé il y a trois jours ici => trouvé il y a deux semaines ici
        spelling: une soupe à l’oignon et un oignon frit => une soupe à l’oignon et un ognon frit
        spelling: un grand événement au port => un grand évènement au port
        spelling: la clé du phare est perdue => la clef du phare est perdue
        spelling: une œuvre de la mer => une oeuvre de la mer
        spelling: une île au loin fume => une ile au loin fume
        name: le bateau d’une certaine Ada Brandt => le bateau d’une certaine Ida Ostel
        quotation: il parle d’une « farce » triste => il parle d’une « comédie » triste
        wording: un vieux bateau arrive => un vieux canot arrive
    """,
    "de": """
        attribution: der Kapitän sagte das sehr laut => der Kapitän behauptete das sehr laut
        attribution: es wurde nach Angaben der Polizei gelöscht => es wurde gelöscht
        attribution: der Kapitän hat das bestätigt => der Kapitän hat das behauptet
        attribution: er teilte mit was geschah => er räumte ein was geschah
        hedge: die Pumpe ist defekt gewesen => die Pumpe ist wahrscheinlich defekt gewesen
        negation: der Alarm wurde bemerkt => der Alarm wurde nicht bemerkt
        negation: sie fanden einen Fehler am Kiel => sie fanden keinen Fehler am Kiel
        figure: Hunderte Schafe verbrannten => Dutzende Schafe verbrannten
        figure: etwa 40 Schafe verbrannten => 40 Schafe verbrannten
        figure: es verbrannten 26 Schafe am Hang => es verbrannten Dutzende Schafe am Hang
        figure: es verbrannten zwölf Schafe am Hang => es verbrannten 14 Schafe am Hang
        format: es verbrannten zwölf Schafe am Hang => es verbrannten 12 Schafe am Hang
        format: es verbrannten dreiundzwanzig Schafe => es verbrannten 23 Schafe
        format: es kostete 2.000 Euro im Ganzen => es kostete 2000 € im Ganzen
        format: es kostete 5,4 Mio. Euro im Ganzen => es kostete 5,4 Millionen Euro im Ganzen
        format: es sank am 03.03. im Sturm => es sank am 3. März im Sturm
        format: es fuhr um 17 Uhr ab dort => es fuhr um 17:00 Uhr ab dort
        date: es brannte am Montag am Kai => es brannte am Dienstag am Kai
        date: es brannte gestern am Kai => es brannte am Sonntag am Kai
        date: es sank am 3. März im Sturm => es sank am 4. März im Sturm
        date: es schloss diesen Monat dort => es schloss Anfang September dort
        spelling: die lange Straße am Kai => die lange Strasse am Kai
        spelling: ein altes Photo vom Kai => ein altes Foto vom Kai
        spelling: er glaubt daß es sinkt => er glaubt dass es sinkt
        spelling: der alte Müller am Kai => der alte Mueller am Kai
        name: das Boot von Ada Brandt kam => das Boot von Ida Ostel kam
        name: ein Schiff der EU kam => ein Schiff der UN kam
        wording: ein Boot am Kai kam => ein Schiff am Kai kam
        wording: sein Hund bellte laut => ihr Hund bellte laut
        quotation: er nannte es „eine Farce“ und ging => er nannte es „eine Posse“ und ging
        typography: er nannte es „eine Farce“ und ging => er nannte es »eine Farce« und ging
        wording: er nannte es „eine Farce“ und ging heim => er nannte es „eine Farce“ und lief heim
    """,
    "ar": """
        attribution: قال القبطان إن المضخة تعطلت => زعم القبطان إن المضخة تعطلت
        attribution: وقالت الشرطة إن المضخة تعطلت => وأكدت الشرطة إن المضخة تعطلت
        attribution: المضخة تعطلت بحسب مصادر ثم عادت => المضخة تعطلت ثم عادت
        hedge: المضخة تعطلت في الليل => المضخة ربما تعطلت في الليل
        negation: كان الحارس نائما => ليس الحارس نائما
        figure: احترقت مئات الخراف هناك => احترقت عشرات الخراف هناك
        figure: احترق حوالي 40 خروفا هناك => احترق 40 خروفا هناك
        figure: احترق 26 خروفا هناك => احترق عشرات خروفا هناك
        figure: احترق 26 خروفا هناك => احترق 28 خروفا هناك
        format: احترق ٤٠ خروفا هناك => احترق 40 خروفا هناك
        format: احترقت ثلاثة خراف هناك => احترقت 3 خراف هناك
        format: غرق في 14 أيلول قرب الميناء => غرق في 14 سبتمبر قرب الميناء
        format: بزيادة 5 بالمئة هناك => بزيادة 5% هناك
        date: غرق يوم الاثنين قرب الميناء => غرق يوم الثلاثاء قرب الميناء
        date: غرق أمس قرب الميناء => غرق يوم الأحد قرب الميناء
        date: غرق في 14 أيلول قرب الميناء => غرق في 15 أيلول قرب الميناء
        spelling: مسؤول في الميناء القديم => مسئول في الميناء القديم
        spelling: وصلت الى الميناء القديم => وصلت إلى الميناء القديم
        spelling: مدرسة عند الميناء القديم => مدرسه عند الميناء القديم
        spelling: عبّارة عند الميناء القديم => عبارة عند الميناء القديم
        spelling: ســفينة عند الميناء القديم => سفينة عند الميناء القديم
        name: جاءت من سوريا عبر البحر => جاءت من تونس عبر البحر
        wording: قارب عند الميناء القديم => زورق عند الميناء القديم
        quotation: وصفها بأنها «مهزلة» ومضى => وصفها بأنها «نكتة» ومضى
    """,
    "vi": """
        attribution: thuyền trưởng cho biết máy bơm hỏng => thuyền trưởng khẳng định máy bơm hỏng
        attribution: thuyền trưởng nói máy bơm hỏng => thuyền trưởng tuyên bố máy bơm hỏng
        attribution: theo cảnh sát máy bơm hỏng => máy bơm hỏng
        hedge: máy bơm hỏng trong đêm => máy bơm có lẽ hỏng trong đêm
        negation: chuông báo bị bỏ qua => chuông báo không bị bỏ qua
        figure: hàng trăm con cừu chết cháy => hàng chục con cừu chết cháy
        figure: khoảng 40 con cừu chết cháy => 40 con cừu chết cháy
        figure: có 26 con cừu chết cháy => có hàng chục con cừu chết cháy
        figure: có mười hai con cừu chết cháy => có 14 con cừu chết cháy
        format: có hai mươi ba con cừu chết cháy => có 23 con cừu chết cháy
        format: mất 2.000 USD tất cả => mất 2000 đô la tất cả
        format: mất 5 triệu đồng tất cả => mất 5.000.000 đồng tất cả
        format: chìm ngày 3 tháng 9 ngoài khơi => chìm ngày 3/9 ngoài khơi
        date: chìm ngày 3 tháng 9 ngoài khơi => chìm ngày 4 tháng 9 ngoài khơi
        date: cháy thứ hai bên cầu cảng => cháy thứ ba bên cầu cảng
        date: cháy hôm qua bên cầu cảng => cháy chủ nhật bên cầu cảng
        spelling: một toà nhà bên cầu cảng => một tòa nhà bên cầu cảng
        spelling: một vị khách quí bên cầu cảng => một vị khách quý bên cầu cảng
        spelling: người thuỷ thủ bên cầu cảng => người thủy thủ bên cầu cảng
        name: chiếc thuyền của Lê Văn Tám đến => chiếc thuyền của Trần Hữu Bình đến
        wording: một chiếc thuyền bên cầu cảng => một chiếc bè bên cầu cảng
        quotation: ông gọi đó là “trò hề” rồi đi => ông gọi đó là “trò đùa” rồi đi
    """,
    "hi": """
        format: वहाँ १४ भेड़ें जलीं => वहाँ 14 भेड़ें जलीं
        figure: वहाँ 14 भेड़ें जलीं => वहाँ 40 भेड़ें जलीं
        date: वह 3 सितंबर को डूबा => वह 4 सितंबर को डूबा
        spelling: वह आरंभ में डूबा => वह आरम्भ में डूबा
        wording: वह नाव पुरानी थी => वह नौका पुरानी थी
    """,
    "th": """
        format: มีแกะตาย ๑๔ ตัว => มีแกะตาย 14 ตัว
        figure: มีแกะตาย 14 ตัว => มีแกะตาย 40 ตัว
        date: เรือจม 3 กันยายน ที่ท่า => เรือจม 4 กันยายน ที่ท่า
    """,
    "zh": """
        format: 损失35万克朗 => 损失350,000克朗
        figure: 有14只羊被烧死 => 有40只羊被烧死
        date: 船在3月5日沉没 => 船在3月6日沉没
        quotation: 他说这是“一场闹剧”而已 => 他说这是“一场笑话”而已
    """,
    "und": """
        typography: he called it “a farce” at noon => he called it "a farce" at noon
        case: the DAMAGE was great => the damage was great
        punctuation: the pump, it seems, failed => the pump it seems failed
        format: it cost US$2,000 in all => it cost $2.000 in all
        figure: the fire killed 14 sheep outright => the fire killed 40 sheep outright
        name: the boat belonged to Ada Brandt then => the boat belonged to Ida Ostel then
        quotation: he said “we were frightened” twice => he said “we were terrified” twice
        wording: the captain said the pump failed => the captain claimed the pump failed
        cut: the pump allegedly failed overnight => the pump failed overnight
        addition: the alarm was ignored => the alarm was not ignored
    """,
}
