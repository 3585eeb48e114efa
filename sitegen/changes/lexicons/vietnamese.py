"""Vietnamese words that give a change its kind. A word is often two tokens, since each syllable is one."""

from sitegen.changes.lexicons.lexicon import Lexicon

LEXICON = Lexicon(
    language="vi",
    ranges="đến từ_đến tới",
    reporting={
        "neutral": (
            "nói | cho_biết cho_hay | báo_cáo | giải_thích | kể kể_lại | đưa_tin | phát_biểu | "
            "trả_lời | viết | chia_sẻ | bày_tỏ | mô_tả | thông_tin | trao_đổi | đáp"
        ),
        "claim": ("cho_rằng | lập_luận | nhận_định"),
        "denial": ("phủ_nhận bác_bỏ | từ_chối"),
        "confirmation": ("khẳng_định | xác_nhận"),
        "admission": ("thừa_nhận | thú_nhận xin_lỗi"),
        "warning": ("cảnh_báo | đe_dọa"),
        "accusation": ("cáo_buộc | tố_cáo | chỉ_trích | lên_án | đổ_lỗi"),
        "announcement": ("tuyên_bố | thông_báo | công_bố | tiết_lộ | hứa cam_kết"),
        "emphasis": ("nhấn_mạnh"),
        "prediction": ("dự_báo dự_đoán"),
        "question": ("hỏi đặt_câu_hỏi"),
    },
    attributions="theo theo_lời | dẫn_lời dẫn_nguồn | theo_nguồn_tin | trích_lời",
    speakers=(
        "phóng_viên nhà_báo nguồn_tin nguồn quan_chức giới_chức phát_ngôn_viên người_phát_ngôn nhà_chức_trách "
        "chính_quyền nhân_chứng chuyên_gia nhà_phân_tích cảnh_sát công_an viện_kiểm_sát chính_phủ bộ bộ_trưởng "
        "tổng_thống chủ_tịch thủ_tướng thị_trưởng công_ty hãng hãng_tin tờ_báo báo truyền_thông người_dân "
        "bác_sĩ nhà_nghiên_cứu nhà_hoạt_động luật_sư thông_cáo báo_cáo quân_đội "
        "ngư_dân nông_dân công_nhân giáo_viên sinh_viên nạn_nhân hàng_xóm lính_cứu_hỏa thuyền_trưởng giám_đốc "
        "chủ_tàu chủ_thuyền chủ_quán hiệu_trưởng nghiệp_đoàn thẩm_phán tòa_án công_tố_viên"
    ),
    voices="phát_ngôn_viên người_phát_ngôn",
    unnamed="phóng_viên nhà_báo nguồn_tin nguồn quan_chức nhân_chứng chuyên_gia nhà_phân_tích người_dân",
    hedges=(
        "có_thể có_lẽ dường_như hình_như có_vẻ được_cho_là bị_cho_là bị_cáo_buộc bị_nghi nghi_là khả_năng "
        "nhiều_khả_năng hầu_hết gần_như thường đôi_khi cực_kỳ nên có_khả_năng được_biết được_tin"
    ),
    certainties="chắc chắc_chắn hẳn rõ_ràng luôn luôn_luôn hoàn_toàn tuyệt_đối phải",
    equal_degrees=(
        "dường_như hình_như có_vẻ | chắc chắc_chắn hẳn | hoàn_toàn tuyệt_đối | có_thể có_khả_năng | luôn luôn_luôn"
    ),
    limits="ít chỉ trừ hiếm_khi",
    negations="không chẳng chưa không_phải không_hề chưa_từng không_bao_giờ không_ai đừng",
    no_negations="không_chỉ không_những không_khí",
    titles="ông bà anh chị cô bác tổng_thống thủ_tướng chủ_tịch bộ_trưởng tướng giáo_sư tiến_sĩ vua hoàng_tử",
    particles="và của",
    small=(
        "của là rằng các những một và với cho được bị đã đang trong ở vào từ đến tại có này đó người ông bà anh chị họ "
        "sẽ"
    ),
    loose_names=True,
)
