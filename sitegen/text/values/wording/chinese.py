"""Chinese words for values, traditional and simplified."""

from sitegen.text.values.wording.wording import Wording, counted

_WEEKDAYS = "一 二 三 四 五 六 日/天"

WORDING = Wording(
    numbers=counted("零/〇/○ 一 二/两/兩 三 四 五 六 七 八 九"),
    scales={
        "十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8,
        "億": 10**8, "兆": 10**12, "万亿": 10**12, "萬億": 10**12,
    },
    ordinals={f"第{word}": value for word, value in counted("一 二 三 四 五 六 七 八 九 十", 1).items()},
    denominators={"半": 2, "一半": 2, "半数": 2, "半數": 2},
    halves="半",
    multiples={"两倍": 2, "兩倍": 2, "二倍": 2, "翻倍": 2, "三倍": 3},
    times="倍 次",
    share_links="的",
    turned_ratios="分之",
    joiners="零",
    crowds=(
        "tens: 数十 數十 几十 幾十 | hundreds: 数百 數百 几百 幾百 | thousands: 数千 數千 几千 幾千 | "
        "tens-of-thousands: 数万 數萬 | several: 多名 数名 數名 数个 | few: 一些 几个 幾個"
    ),
    rough=(
        "about: 约 約 大约 大約 约莫 | almost: 近 将近 將近 接近 | over: 超过 超過 逾 多于 多於 超 | under: 不到 "
        "少于 少於 不足 低于 低於 | at-least: 至少 最少 不少于 不少於 | up-to: 最多 高达 高達 多达 多達 至多"
    ),
    rough_after="about: 左右 上下 | over: 多 余 餘 | at-least: 以上",
    weekdays={
        day: " ".join(f"{start}{form}" for start in ("星期", "周", "週", "礼拜", "禮拜") for form in forms.split("/"))
        for day, forms in enumerate(_WEEKDAYS.split())
    },
    relative=(
        "today: 今天 今日 | yesterday: 昨天 昨日 | tomorrow: 明天 明日 | before-yesterday: 前天 前日 | "
        "after-tomorrow: 后天 "
        "後天 | yesterday-night: 昨晚 昨夜 | today-night: 今晚 今夜 | last:week: 上周 上週 上星期 | this:week: "
        "本周 本週 "
        "这周 這週 | next:week: 下周 下週 下星期 | last:month: 上月 上个月 上個月 | this:month: 本月 这个月 這個月 | "
        "next:month: 下月 下个月 下個月 | last:year: 去年 | this:year: 今年 本年 | next:year: 明年"
    ),
    parts=(
        "morning: 上午 早上 早晨 清晨 凌晨 | noon: 中午 | afternoon: 下午 | evening: 晚上 傍晚 晚间 晚間 | "
        "night: 深夜 夜间 夜間 | "
        "spring: 春季 春天 | summer: 夏季 夏天 | autumn: 秋季 秋天 | winter: 冬季 冬天"
    ),
    edges="early: 初 | mid: 中旬 | late: 底 下旬",
    periods=(
        "day: 天 | week: 周 週 星期 个星期 個星期 个礼拜 | month: 个月 個月 | year: 年 | hour: 小时 小時 "
        "个小时 個小時 | minute: "
        "分钟 分鐘 | second: 秒 | decade: 十年"
    ),
    ago_after="前 之前 以前",
    apart_after="after: 后 後 之后 之後 以后 以後",
    date_marks="year: 年 | month: 月 | day: 日 号 號",
    clocks="点 點 时 時 点钟 點鐘",
    minute_marks="分",
    morning="上午 早上 凌晨 清晨",
    evening="下午 晚上 傍晚 晚间 晚間",
    noon="正午",
    midnight="午夜",
    age_after="岁 歲",
    units=(
        "tenth: 成 | %: % | pp: 个百分点 個百分點 百分点 百分點 | usd: 美元 美金 | cny: 人民币 人民幣 元人民币 "
        "元人民幣 | "
        "eur: 欧元 歐元 | "
        "jpy: 日元 日圆 日圓 | gbp: 英镑 英鎊 | hkd: 港元 港币 港幣 | twd: 新台币 新台幣 新臺幣 | krw: 韩元 "
        "韓元 | rub: 卢布 盧布 | "
        "cny: 元 块 塊 | crown: 克朗 | km: 公里 千米 | m: 米 公尺 | cm: 厘米 公分 | mm: 毫米 | kg: 公斤 千克 | "
        "g: 克 | t: 吨 噸 公吨 公噸 | "
        "ha: 公顷 公頃 | mu: 亩 畝 | km2: 平方公里 平方千米 | m2: 平方米 平方公尺 | mi: 英里 | ft: 英尺 | "
        "acre: 英亩 英畝 | l: 升 公升 | m3: "
        "立方米 | kmh: 公里每小时 | c: 摄氏度 攝氏度 度 | f: 华氏度 華氏度 | mw: 兆瓦 | kw: 千瓦 | kwh: 千瓦时 千瓦時"
    ),
    ranges="至 到",
    no_values="这一点 那一点 有一点 一点点 半岛 半球 最近",
    weak="一 半 第一 第二 十 百 千 万 萬 亿 億 兆 零 两 兩 二 三 四 五 六 七 八 九",
)  # fmt: skip
