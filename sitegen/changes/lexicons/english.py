"""English words that give a change its kind."""

from sitegen.changes.lexicons.lexicon import Lexicon

LEXICON = Lexicon(
    language="en",
    ranges="to from_to between_and through until till",
    reporting={
        "neutral": (
            "say says said saying | tell tells told telling | report reports reported reporting | state states "
            "stated stating | add adds "
            "added adding | explain explains explained explaining | write writes wrote written | tweeted | "
            "note notes noted noting | testify testifies testified | remark remarks remarked | recall recalls "
            "recalled | "
            "reply replies replied | quoted quoting | cite cites cited citing | comment comments commented | "
            "describe describes "
            "described | joke joked jokes | quipped | speak speaks spoke speaking | "
            "respond responds responded responding | observe observed | mention mentioned mentions | post "
            "posted posts | point_out points_out pointed_out | "
            "continue continues continued | conclude concludes concluded concluding | shout shouts shouted shouting | "
            "indicate indicates indicated indicating"
        ),
        "claim": (
            "claim claims claimed claiming | argue argues argued arguing | allege alleges alleged alleging | "
            "suggest suggests suggested suggesting | assert asserts asserted asserting | maintain maintains "
            "maintained | contend contends contended | boasted | opined"
        ),
        "denial": (
            "deny denies denied denying | refute refutes refuted refuting | reject rejects rejected rejecting "
            "| dispute disputes disputed disputing | dismiss dismisses dismissed dismissing"
        ),
        "confirmation": (
            "confirm confirms confirmed confirming | affirm affirms affirmed | verify verified verifies | "
            "corroborate corroborated"
        ),
        "admission": (
            "admit admits admitted admitting | acknowledge acknowledges acknowledged | concede concedes "
            "conceded | confess confesses confessed | apologise apologised apologize apologized"
        ),
        "warning": (
            "warn warns warned warning | caution cautions cautioned cautioning | threaten threatens threatened "
            "threatening"
        ),
        "accusation": (
            "accuse accuses accused | complain complains complained | blame blames blamed blaming | denounce "
            "denounces denounced | condemn condemns condemned condemning | criticise criticises criticised "
            "criticize criticizes criticized"
        ),
        "announcement": (
            "announce announces announced announcing | declare declares declared declaring | reveal reveals "
            "revealed revealing | disclose disclosed discloses | vowed vows | promise promises promised "
            "promising | pledge pledges pledged | unveil unveils unveiled"
        ),
        "emphasis": (
            "insist insists insisted insisting | stress stresses stressed | reiterate reiterated reiterates | "
            "emphasise emphasises emphasised emphasising emphasize emphasizes emphasized | urge urges urged urging | "
            "demand demands demanded demanding | call_for calls_for called_for calling_for | call_on calls_on called_on"
        ),
        "prediction": (
            "estimated | predict predicts predicted | forecast forecasts forecasted | expect expects expected"
        ),
        "question": ("asked asks"),
    },
    attributions="according_to | in_the_words_of | citing | as_reported_by reported_by | quoted_by",
    speakers=(
        "reporters reporter journalists journalist sources source officials official spokesman spokeswoman "
        "spokesperson spokespeople spokesmen agency agencies newspaper paper authorities authority witnesses "
        "witness experts expert analysts analyst observers insiders insider critics police investigators "
        "prosecutors prosecutor government ministry minister president chancellor mayor company operator "
        "coastguard army military court judge doctors researchers scientists activists campaigners residents "
        "neighbours neighbors lawyers lawyer statement study survey media website broadcaster channel outlet "
        "outlets diplomats diplomat aides aide administration department council committee campaign lawmakers "
        "lawmaker senators leaders candidate candidates nominee adviser advisers advisor advisors executives "
        "strategist strategists supporters opponents allies rivals advocates workers employees employee teachers "
        "voters poll polls surveys documents records emails memo letter lawsuit filing filings complaint attorneys "
        "attorney protesters economists firefighters paramedics"
    ),
    voices="spokesman spokeswoman spokesperson spokespeople spokesmen",
    unnamed=(
        "reporters journalists sources source officials witnesses experts analysts observers insiders "
        "critics residents neighbours neighbors"
    ),
    hedges=(
        "almost nearly virtually practically may might could should allegedly alleged reportedly apparently "
        "possibly probably perhaps likely unlikely supposedly supposed seemingly appears appeared appear seems "
        "seemed seem suspected suspect believed believe thought purportedly purported presumably potentially "
        "potential possible probable arguably ostensibly often sometimes rarely seldom mostly largely partly "
        "extremely highly so-called unconfirmed feared rumoured rumored expected presumed understood"
    ),
    certainties=(
        "certainly clearly definitely surely undoubtedly evidently always totally completely utterly "
        "absolutely confirmed must has_to have_to proven"
    ),
    equal_degrees=(
        "almost nearly virtually practically | apparently seemingly seems appears seem appear seemed "
        "appeared | may might could possibly perhaps potentially possible potential | should expected | "
        "probably likely presumably | rarely seldom | sometimes occasionally | often usually typically generally "
        "frequently commonly normally regularly | mostly largely mainly primarily | believe believes "
        "believed think thinks thought | totally completely utterly absolutely | certainly definitely "
        "surely undoubtedly | clearly evidently | must has_to have_to"
    ),
    limits="little few only solely unless except rarely seldom",
    negations=(
        "not no never none nobody nothing nowhere neither nor without cannot isn't aren't wasn't weren't don't "
        "doesn't didn't won't wouldn't can't couldn't shouldn't hasn't haven't hadn't mustn't needn't ain't "
        "hardly barely scarcely"
    ),
    no_negations="not_only never_only not_just not_merely not_simply whether_or_not no_wonder no_matter not_to_mention",
    titles=(
        "mr mrs ms miss dr sir lord lady dame prof professor president minister senator sen rep gov governor "
        "mayor captain general gen col colonel judge king queen prince princess pope chancellor former ex rev"
    ),
    particles="de la du van von der den bin ibn al el ad as of the and",
    small=(
        "the a an of in on at to by for from with has have had is are was were be been being that which who it "
        "that_is_to_say needless_to_say its he she they him her them his their i we you this these those and or but as "
        "will would"
    ),
    opposites=(
        r"^(?:un|il(?=l)|ir(?=r)|non-?)(?=\w{4})",
        r"^(?:in|im)(?=\w{2,}(?:ble|bly|ate|ant|ent|ect|ive|mal|ete|fect|lid|ane|dental|tional|tionally|ately)$)",
        r"^dis(?=(?:honest|loyal|satisfied|approv|agree|allow|prov)\w*$)",
    ),
)

IRREGULAR = (
    "be is was been are were | have has had | do does did done | go goes went gone | know knows knew known | see "
    "sees saw seen | take takes took taken | give gives gave given | find finds found | think thinks thought | tell "
    "tells told | say says said | make makes made | come comes came | get gets got gotten | leave leaves left | "
    "feel feels felt | bring brings brought | begin begins began begun | keep keeps kept | hold holds held | write "
    "writes wrote written | stand stands stood | hear hears heard | mean means meant | meet meets met | pay pays "
    "paid | speak speaks spoke spoken | lose loses lost | send sends sent | build builds built | fall falls fell "
    "fallen | catch catches caught | rise rises rose risen | drive drives drove driven | break breaks broke broken "
    "| buy buys bought | seek seeks sought | fight fights fought | teach teaches taught | sell sells sold | win "
    "wins won | shoot shoots shot | strike strikes struck | steal steals stole stolen | choose chooses chose chosen "
    "| wear wears wore worn | draw draws drew drawn | grow grows grew grown | fly flies flew flown | throw throws "
    "threw thrown | sink sinks sank sunk | swim swims swam swum | sing sings sang sung | drink drinks drank drunk | "
    "ring rings rang rung | run runs ran | eat eats ate eaten | ride rides rode ridden | hide hides hid hidden | "
    "bite bites bit bitten | forget forgets forgot forgotten | forgive forgives forgave forgiven | lead leads led | "
    "feed feeds fed | flee flees fled | sleep sleeps slept | sweep sweeps swept | weep weeps wept | deal deals "
    "dealt | spend spends spent | lend lends lent | bend bends bent | sit sits sat | light lights lit | slide "
    "slides slid | win wins won | hang hangs hung | dig digs dug | stick sticks stuck | sting stings stung | swing "
    "swings swung | bind binds bound | grind grinds ground | wind winds wound | swear swears swore sworn | tear "
    "tears tore torn | bear bears bore borne | wake wakes woke woken | freeze freezes froze frozen | shake shakes "
    "shook shaken | understand understands understood | withdraw withdraws withdrew withdrawn | undertake "
    "undertakes undertook undertaken | overcome overcomes overcame | become becomes became | lie lies lay lain"
)
"""Forms of verbs whose letters say not that they are one; `|` between verbs."""
