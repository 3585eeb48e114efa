"""Vietnamese words for values. A syllable is a token, so most words are expressions."""

from sitegen.text.values.wording.wording import Wording, counted, tens_and_units

_UNITS = counted("một hai ba bốn năm sáu bảy/bẩy tám chín", 1)
_MONTHS = ("một giêng", "hai", "ba", "tư bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười_một", "mười_hai chạp")
_AFTER_TEN = {**_UNITS, "mốt": 1, "tư": 4, "lăm": 5}
_TENS = {f"{unit}_mươi": 10 * value for unit, value in _UNITS.items() if value > 1}

WORDING = Wording(
    numbers={
        "mười": 10, **_UNITS,
        **{f"mười_{unit}": 10 + value for unit, value in _AFTER_TEN.items()},
        **_TENS,
        **tens_and_units(_TENS, _AFTER_TEN, "_"),
    },
    scales={
        "trăm": 100, "nghìn": 1000, "ngàn": 1000, "vạn": 10_000, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9,
        "nghìn_tỷ": 10**12,
    },
    collectives={"tá": 12},
    rough_collectives={"chục": 10},
    ordinals={**{f"thứ_{unit}": value for unit, value in _UNITS.items() if value in (1, 8, 9)}, "thứ_nhất": 1,
              "thứ_nhì": 2},
    denominators={"nửa": 2, "phần_tư": 4},
    halves="rưỡi",
    multiples={"gấp_đôi": 2, "gấp_ba": 3, "gấp_bốn": 4},
    times="lần",
    share_links="số",
    joiners="linh lẻ",
    ratios="phần trong_số trên",
    crowds=(
        "tens: hàng_chục | hundreds: hàng_trăm | thousands: hàng_nghìn hàng_ngàn | tens-of-thousands: hàng_vạn "
        "hàng_chục_nghìn | millions: hàng_triệu | several: nhiều vài một_vài mấy | few: một_số"
    ),
    rough=(
        "about: khoảng chừng xấp_xỉ ước_tính | almost: gần | over: hơn trên | under: dưới chưa_đến chưa_tới | "
        "at-least: "
        "ít_nhất tối_thiểu không_dưới | up-to: nhiều_nhất tối_đa lên_tới lên_đến"
    ),
    months={index + 1: " ".join(f"tháng_{word}" for word in words.split()) for index, words in enumerate(_MONTHS)},
    weekdays={
        0: "thứ_hai thứ_2", 1: "thứ_ba thứ_3", 2: "thứ_tư thứ_4", 3: "thứ_năm thứ_5", 4: "thứ_sáu thứ_6",
        5: "thứ_bảy thứ_7", 6: "chủ_nhật",
    },
    relative=(
        "today: hôm_nay | yesterday: hôm_qua | before-yesterday: hôm_kia | tomorrow: ngày_mai | today-night: tối_nay | "
        "yesterday-night: tối_qua đêm_qua | last:year: một_năm_qua | last:month: một_tháng_qua | last:week: "
        "một_tuần_qua"
    ),
    parts=(
        "morning: sáng buổi_sáng | noon: trưa | afternoon: chiều buổi_chiều | evening: tối | night: đêm | spring: "
        "mùa_xuân | summer: mùa_hè mùa_hạ | autumn: mùa_thu | winter: mùa_đông"
    ),
    edges="early: đầu | mid: giữa | late: cuối",
    positions="last: trước vừa_qua ngoái qua | this: này nay | next: tới sau",
    periods=(
        "day: ngày | week: tuần | month: tháng | year: năm | hour: tiếng | decade: thập_kỷ | minute: phút | "
        "second: giây"
    ),
    ago_before="cách_đây",
    ago_after="trước",
    apart_before="after: sau",
    apart_after="after: sau sau_đó | before: trước_đó",
    day_leads="ngày hôm",
    date_marks="day: ngày mùng mồng | month: tháng | year: năm",
    date_glue="vào hôm tháng năm ngày",
    year_leads="năm từ",
    clocks="giờ h",
    clock_leads="lúc vào_lúc",
    minute_marks="phút",
    morning="sáng",
    evening="chiều tối đêm",
    age_after="tuổi",
    units=(
        "%: phần_trăm % | $: đô_la đôla mỹ_kim $ | usd: usd đô_la_mỹ đôla_mỹ | vnd: đồng vnđ đ | eur: euro | gbp: bảng "
        "bảng_anh | crown: curon krone | km: kilômét cây_số ki_lô_mét km | m: mét | kg: kilôgam cân ki_lô_gam | t: tấn "
        "| cm: xăng-ti-mét xăngtimét xentimét phân | mm: mi-li-mét milimét | g: gam | l: lít | ha: héc-ta hecta ha | "
        "pp: điểm_phần_trăm | kmh: km/giờ km/h | c: độ_c độ | mi: dặm | km2: kilômét_vuông km_vuông | m2: mét_vuông | "
        "acre: mẫu_anh | f: độ_f"
    ),
    ranges="đến tới",
    weak="một năm ba tư không nửa chín",
)  # fmt: skip
