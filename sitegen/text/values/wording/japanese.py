"""Japanese words for values."""

from sitegen.text.values.wording.wording import Wording, counted

WORDING = Wording(
    numbers=counted("零/〇/○/ゼロ 一/壱 二/弐 三/参 四 五 六 七 八 九"),
    scales={"十": 10, "百": 100, "千": 1000, "万": 10**4, "億": 10**8, "兆": 10**12},
    ordinals={
        **{f"第{word}": value for word, value in counted("一 二 三 四 五 六 七 八 九 十", 1).items()},
    },
    denominators={"半分": 2, "半数": 2},
    halves="半",
    multiples={"倍増": 2, "二倍": 2, "三倍": 3},
    times="倍 回",
    share_links="の",
    turned_ratios="分の",
    collectives={"ダース": 12},
    crowds=(
        "tens: 数十 | hundreds: 数百 | thousands: 数千 | tens-of-thousands: 数万 | several: 数人 複数の | "
        "many: 多数の 多くの"
    ),
    rough=(
        "about: 約 およそ おおよそ ほぼ | over: 超える | at-least: 少なくとも 最低 | up-to: 最大 最大で 最高 | "
        "under: 未満の"
    ),
    rough_after=(
        "about: ほど 程度 前後 ぐらい くらい | over: 超 余り 余 強 | almost: 近く 弱 | at-least: 以上 | under: "
        "未満 | up-to: 以下"
    ),
    weekdays={
        day: f"{name}曜日 {name}曜" for day, name in enumerate("月火水木金土日")
    },
    relative=(
        "today: 今日 きょう 本日 | yesterday: 昨日 きのう | tomorrow: 明日 あす あした | before-yesterday: "
        "一昨日 おととい | "
        "after-tomorrow: 明後日 あさって | today-night: 今夜 今晩 | yesterday-night: 昨夜 昨晩 | last:week: "
        "先週 | this:week: 今週 | "
        "next:week: 来週 | last:month: 先月 | this:month: 今月 | next:month: 来月 | last:year: 昨年 去年 | "
        "this:year: 今年 ことし 本年 | "
        "next:year: 来年"
    ),
    parts=(
        "morning: 朝 午前中 早朝 | afternoon: 午後 | evening: 夕方 夜 | night: 深夜 未明 | spring: 春 春に 春季 | "
        "summer: 夏 夏に 夏季 | autumn: 秋 秋に 秋季 | "
        "winter: 冬 冬に 冬季"
    ),
    edges="early: 初め 初頭 上旬 | mid: 半ば 中旬 | late: 末 下旬",
    periods=(
        "day: 日間 日 | week: 週間 週 | month: か月 カ月 ヶ月 ケ月 箇月 | year: 年間 年 | hour: 時間 | minute: 分間 | "
        "second: 秒 | decade: 十年間"
    ),
    ago_after="前",
    apart_after="after: 後 のち",
    date_marks="year: 年 | month: 月 | day: 日",
    clocks="時",
    minute_marks="分",
    morning="午前",
    evening="午後",
    noon="正午",
    midnight="深夜零時",
    age_after="歳 才",
    units=(
        "tenth: 割 | %: % パーセント | pp: ポイント | jpy: 円 | usd: 米ドル | $: ドル | eur: ユーロ | gbp: "
        "ポンド 英ポンド "
        "| cny: 人民元 元 | krw: ウォン | "
        "rub: ルーブル | crown: クローネ クローナ | km: キロメートル キロ | m: メートル | cm: センチメートル "
        "センチ | mm: ミリメートル ミリ | kg: "
        "キログラム | g: グラム | t: トン | ha: ヘクタール | km2: 平方キロメートル 平方キロ | m2: 平方メートル "
        "| mi: マイル | ft: フィート | acre: "
        "エーカー | l: リットル | m3: 立方メートル | c: 度 | kw: キロワット | mw: メガワット"
    ),
    ranges="から ~",
    weak="一 半分 第一 第二 十 百 千 万 二 三 四 五 六 七 八 九 朝 夜 春 夏 秋 冬",
)  # fmt: skip
