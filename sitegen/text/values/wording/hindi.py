"""Hindi words for values beside those of ICU: scales, shares, money, days."""

from sitegen.text.values.wording.wording import Wording, counted

WORDING = Wording(
    numbers={
        **counted(
            "शून्य एक दो तीन चार पाँच/पांच छह/छः सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस बीस "
            "इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस तीस"
        ),
        "पैंतीस": 35, "चालीस": 40, "पैंतालीस": 45, "पचास": 50, "साठ": 60, "सत्तर": 70, "पचहत्तर": 75, "अस्सी": 80,
        "नब्बे": 90,
    },
    scales={"सौ": 100, "हजार": 1000, "हज़ार": 1000, "लाख": 10**5, "करोड़": 10**7, "अरब": 10**9, "खरब": 10**11},
    collectives={"दर्जन": 12},
    denominators={"आधा": 2, "आधे": 2, "आधी": 2, "तिहाई": 3, "चौथाई": 4},
    and_halves={"डेढ़": "3/2", "ढाई": "5/2"},
    ordinals=counted("पहला/पहली/पहले दूसरा/दूसरी/दूसरे तीसरा/तीसरी/तीसरे चौथा/चौथी/चौथे", 1),
    crowds="dozens: दर्जनों | hundreds: सैकड़ों | thousands: हजारों हज़ारों | millions: लाखों | several: कई | few: कुछ",
    rough="about: लगभग करीब तकरीबन | over: से_अधिक | at-least: कम_से_कम | up-to: अधिकतम",
    relative="today: आज | yesterday: बीते_कल | tomorrow: आने_वाले_कल",
    parts="morning: सुबह | afternoon: दोपहर | evening: शाम | night: रात",
    periods=(
        "day: दिन दिनों | week: सप्ताह हफ्ते | month: महीने महीना | year: साल वर्ष वर्षों | hour: घंटे घंटा | "
        "minute: मिनट"
    ),
    ago_after="पहले",
    apart_after="after: बाद",
    times="बार गुना",
    bare_parts=True,
    date_glue="को",
    year_leads="सन सन् साल वर्ष",
    year_ends="में ईस्वी",
    clocks="बजे",
    morning="सुबह",
    evening="शाम रात",
    age_after="वर्षीय साल_के",
    units=(
        "%: प्रतिशत फीसदी फ़ीसदी % | inr: रुपये रुपए रुपया रु | $: डॉलर | eur: यूरो | km: किलोमीटर किमी | m: "
        "मीटर | kg: किलोग्राम किलो | "
        "t: टन | ha: हेक्टेयर | acre: एकड़"
    ),
    ranges="से",
    weak="एक पहले पहला दूसरे दो सौ",
    half_day_clock=True,
)  # fmt: skip
