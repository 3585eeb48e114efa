"""Korean words for values. Particles and units are written together with the number."""

from sitegen.text.values.wording.wording import Wording, counted

WORDING = Wording(
    numbers={
        **counted("영/공 일 이 삼 사 오 육 칠 팔 구"),
        **counted("하나/한 둘/두 셋/세 넷/네 다섯 여섯 일곱 여덟 아홉 열", 1),
        **counted("스물/스무 서른 마흔 쉰 예순 일흔 여든 아흔", 20, 10),
        **{
            ten + unit: 10 * place + value
            for place, ten in enumerate(["열", "스물", "서른", "마흔", "쉰"], 1)
            for unit, value in counted("하나/한 둘/두 셋/세 넷/네 다섯 여섯 일곱 여덟 아홉", 1).items()
        },
    },
    scales={"십": 10, "백": 100, "천": 1000, "만": 10**4, "억": 10**8, "조": 10**12},
    ordinals={"첫째": 1, "첫": 1, "둘째": 2, "셋째": 3, "넷째": 4, "첫번째": 1, "첫_번째": 1,
              "두_번째": 2, "세_번째": 3,              "제1": 1, "제2": 2, "제3": 3},
    denominators={"절반": 2, "반": 2},
    multiples={"두_배": 2, "두배": 2, "세_배": 3, "세배": 3,
               "한_번": 1, "두_번": 2, "세_번": 3, "네_번": 4, "다섯_번": 5},
    halves="반",
    times="배",
    turned_ratios="분의",
    crowds="tens: 수십 | hundreds: 수백 | thousands: 수천 | tens-of-thousands: 수만 | several: 여러 몇몇 | many: 많은",
    rough=(
        "about: 약 대략 | almost: 거의 | over: 넘는 | at-least: 최소 적어도 | up-to: 최대 | under: 미만의"
    ),
    rough_after="about: 정도 가량 쯤 안팎 | over: 여 초과 | at-least: 이상 | under: 미만 | up-to: 이하",
    weekdays={
        day: f"{name}요일" for day, name in enumerate("월화수목금토일")
    },
    relative=(
        "today: 오늘 | yesterday: 어제 | tomorrow: 내일 | before-yesterday: 그제 그저께 | after-tomorrow: 모레 "
        "| yesterday-night: "
        "어젯밤 | today-night: 오늘밤 | last:week: 지난주 | this:week: 이번_주 이번주 | next:week: 다음_주 "
        "다음주 | last:month: 지난달 | "
        "this:month: 이번_달 이번달 이달 | next:month: 다음_달 다음달 | last:year: 지난해 작년 | this:year: "
        "올해 금년 | next:year: 내년"
    ),
    parts=(
        "dawn: 새벽 | morning: 아침 | afternoon: 낮 | evening: 저녁 | night: 밤 | spring: 봄 | summer: 여름 | autumn: "
        "가을 | winter: 겨울"
    ),
    edges="early: 초 초순 | mid: 중순 | late: 말 하순",
    positions="last: 지난 | this: 이번 | next: 다음",
    periods=(
        "day: 일간 일_동안 일 | week: 주간 주 주일 | month: 개월 달 | year: 년간 년_동안 년 | hour: 시간 | minute: "
        "분간 | second: 초간"
    ),
    ago_after="전",
    apart_after="after: 후 뒤",
    bare_parts=True,
    date_marks="year: 년 | month: 월 | day: 일",
    clocks="시",
    minute_marks="분",
    morning="오전 새벽 아침",
    evening="오후 저녁 밤",
    noon="정오",
    midnight="자정",
    age_after="세 살",
    units=(
        "%: % 퍼센트 프로 | pp: 포인트 %포인트 | krw: 원 | usd: 미국달러 미달러 | $: 달러 | eur: 유로 | jpy: "
        "엔 | cny: 위안 | gbp: 파운드 | rub: "
        "루블 | crown: 크로나 크로네 | km: 킬로미터 | m: 미터 | cm: 센티미터 | mm: 밀리미터 | kg: 킬로그램 | "
        "g: 그램 | t: 톤 | ha: 헥타르 | km2: "
        "제곱킬로미터 ㎢ | m2: 제곱미터 ㎡ | mi: 마일 | ft: 피트 | acre: 에이커 | l: 리터 | c: 도 | mw: 메가와트"
    ),
    ranges="부터 에서 ~",
    weak="한 두 세 네 이 일 오 사 구 공 반 첫 하나 이번 열 영 만 조 천 삼 육 칠 팔",
)  # fmt: skip
