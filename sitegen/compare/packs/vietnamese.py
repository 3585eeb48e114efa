"""Vietnamese. A word is often two tokens (`cho biết`), since each syllable is one."""

from fractions import Fraction

from sitegen.compare.packs.pack import Pack, numbered, tens_and_units

_UNITS = numbered("một hai ba bốn năm sáu bảy tám chín", 1)
_MONTHS = (*["một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"], "mười_một", "mười_hai")
_AFTER_TEN = {**_UNITS, "mốt": 1, "tư": 4, "lăm": 5}
_TENS = {f"{unit}_mươi": 10 * value for unit, value in _UNITS.items() if value > 1}

VIETNAMESE = Pack(
    reporting=(
        "nói nói_rằng | cho_biết cho_hay | tuyên_bố | khẳng_định | xác_nhận | thông_báo | báo_cáo | công_bố | "
        "nhấn_mạnh | giải_thích | thừa_nhận | phủ_nhận bác_bỏ | cáo_buộc | cảnh_báo | tiết_lộ | kể kể_lại | "
        "đưa_tin | phát_biểu | trả_lời | viết | theo theo_lời | dẫn_lời dẫn_nguồn | cho_rằng | lập_luận | "
        "chia_sẻ | bày_tỏ | nhận_định | tố_cáo | mô_tả"
    ),
    speakers=(
        "phóng_viên nhà_báo nguồn_tin nguồn quan_chức giới_chức phát_ngôn_viên người_phát_ngôn nhà_chức_trách "
        "chính_quyền nhân_chứng chuyên_gia nhà_phân_tích cảnh_sát công_an viện_kiểm_sát chính_phủ bộ bộ_trưởng "
        "tổng_thống chủ_tịch thủ_tướng thị_trưởng công_ty hãng hãng_tin tờ_báo báo truyền_thông người_dân bác_sĩ "
        "nhà_nghiên_cứu nhà_hoạt_động luật_sư thông_cáo báo_cáo quân_đội"
    ),
    hedges=(
        "có_thể có_lẽ dường_như hình_như có_vẻ được_cho_là bị_cho_là bị_cáo_buộc bị_nghi nghi_là khả_năng "
        "nhiều_khả_năng chắc chắc_chắn hẳn rõ_ràng luôn luôn_luôn thường đôi_khi hoàn_toàn tuyệt_đối rất cực_kỳ "
        "phải nên có_khả_năng được_biết được_tin"
    ),
    negations="không chẳng chưa không_phải không_hề chưa_từng không_bao_giờ không_ai đừng",
    rough=(
        "khoảng chừng gần hơn ít_nhất tối_thiểu nhiều_nhất tối_đa lên_tới lên_đến tới xấp_xỉ ước_tính chỉ trên dưới "
        "không_dưới"
    ),
    quantities=(
        "hàng_chục hàng_trăm hàng_nghìn hàng_ngàn hàng_triệu hàng_vạn nhiều vài một_vài một_số mấy đa_số phần_lớn "
        "hầu_hết vài_chục vài_trăm"
    ),
    numbers={
        "mười": 10, "chục": 10, "trăm": 100, "nghìn": 1000, "ngàn": 1000, "vạn": 10_000,
        "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9,
        **_UNITS,
        **{f"mười_{unit}": 10 + value for unit, value in _AFTER_TEN.items()},
        **_TENS,
        **tens_and_units(_TENS, _AFTER_TEN, "_"),
    },
    ordinals={f"thứ_{unit}": value for unit, value in _UNITS.items() if value in (1, 8, 9)},
    multiples={
        "một_nửa": Fraction(1, 2), "nửa": Fraction(1, 2), "một_phần_ba": Fraction(1, 3), "hai_phần_ba": Fraction(2, 3),
        "một_phần_tư": Fraction(1, 4), "ba_phần_tư": Fraction(3, 4), "gấp_đôi": 2, "gấp_ba": 3, "gấp_bốn": 4,
    },
    ranges="đến từ_đến tới từ_tới",
    weak="một năm ba tư",
    joiners="linh lẻ",
    months={
        at + 1: f"tháng_{word}"
        for at, word in enumerate(_MONTHS)
    },
    weekdays={
        0: "thứ_hai thứ_2", 1: "thứ_ba thứ_3", 2: "thứ_tư thứ_4", 3: "thứ_năm thứ_5", 4: "thứ_sáu thứ_6",
        5: "thứ_bảy thứ_7", 6: "chủ_nhật",
    },
    days=(
        "hôm_nay | hôm_qua | hôm_kia | ngày_mai | tối_nay | sáng buổi_sáng | chiều buổi_chiều | tối "
        "đêm | trưa | mùa_xuân | mùa_hè mùa_hạ | mùa_thu | mùa_đông | gần_đây"
    ),
    nearness="đầu giữa cuối trước sau tới này qua vừa_qua ngoái từ đến hồi kể_từ",
    periods="ngày | tuần | tháng | năm | giờ tiếng | thập_kỷ | phút",
    ago="trước cách_đây",
    clock="giờ",
    small="của là các những một và với cho được bị đã đang trong ở vào từ đến tại có này đó người ông bà anh chị họ sẽ",
    date_glue="ngày vào hôm tháng năm",
    units=(
        "percent phần_trăm % | USD đô_la đôla mỹ_kim usd $ đô_la_mỹ | VND đồng vnđ đ | EUR euro € | "
        "GBP bảng bảng_anh £ | "
        "crown curon krone | km kilômét cây_số ki_lô_mét | m mét | kg kilôgam cân ki_lô_gam | tonne tấn | "
        "cm xăng-ti-mét xăngtimét xentimét phân | mm mi-li-mét milimét | g gam | lít | ha héc-ta hecta | "
        "pp điểm_phần_trăm | kmh km/giờ"
    ),
    titles="ông bà anh chị cô bác tổng_thống thủ_tướng chủ_tịch bộ_trưởng tướng giáo_sư tiến_sĩ vua hoàng_tử",
    particles="và của",
    loose_names=True,
)  # fmt: skip
