"""Short directives written for the tests, in the layouts that files come in."""

SIDE_BY_SIDE = """\
UBND TỈNH LÀO CAI\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ CÔNG THƯƠNG\tĐộc lập - Tự do - Hạnh phúc
Số: 21/SCT-VP\tLào Cai, ngày 05 tháng 02 năm 2026
V/v rà soát máy in của các phòng

Kính gửi:
- Sở Nội vụ;
- Ủy ban nhân dân các xã, phường.

Thực hiện Kế hoạch số 7/KH-UBND ngày 02/01/2026, Sở Công Thương đề nghị:
1. Sở Nội vụ kiểm kê máy in trước ngày 20/3/2026.
2. Ủy ban nhân dân các xã, phường:
a) Thống kê giấy in.
b) Báo cáo kết quả.

Nơi nhận:
- Như trên;
- UBND tỉnh Lào Cai (để b/c);
- Lưu: VT, VP.\tKT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC


Trần Thị Thử
"""
"""Columns parted by tabs, as Word files are saved."""

WEB_COPY = """\
|
## Rà soát máy in trước tháng 4
Theo đó, các phòng rà soát máy in.
Xem chi tiết tại Công văn 12/VPCP-KT.
|
**VĂN PHÒNG CHÍNH
PHỦ**
-------
|
**CỘNG HÒA XÃ
HỘI CHỦ NGHĨA VIỆT NAM**
Độc lập - Tự do - Hạnh phúc
---------------
|
Số: 12/VPCP-KT
*V/v rà soát máy in
của các phòng*
|
*Hà Nội, ngày
09 tháng 3 năm 2026*
|
**Kính gửi:** Bộ Nội vụ.
Xét đề nghị của Bộ Nội vụ, Văn phòng Chính phủ có ý kiến như sau:
1. Bộ Nội vụ kiểm kê máy in[1].
|
*Nơi
nhận:*
- Như trên;
- Bộ Tài chính;
- Lưu: VT, KT (2).
|
**KT. BỘ TRƯỞNG,
CHỦ NHIỆM**
PHÓ CHỦ NHIỆM
**Lê Văn
Mẫu**
|
____________________
[1] Máy in cấp năm 2024.
Công văn 12/VPCP-KT năm 2026 rà soát máy in do Văn phòng Chính phủ ban hành
"""
"""Markdown of a web site: bars between cells, a summary above, a title line below."""

SPACED = " \n\n".join(
    (
        "Kính gửi:  Sở Khoa học và Công nghệ.",
        "Theo đề nghị của Sở Khoa học và Công nghệ, Văn phòng UBND tỉnh tham gia góp ý",
        "như sau:",
        "1. Thống nhất với nội dung của dự thảo do Sở Khoa học và Công nghệ gửi lấy ý",
        "kiến.",
        "2. Đề nghị bổ sung nhiệm vụ sau ngày 28/5/2025 về tuyến đường cao tốc Bến Lức",
        "- Long Thành vào khoản 3.",
        "Nơi nhận:",
        "- Như trên;",
        "- VPUB: CVP, KGVX;",
        "- Lưu: VT.",
        "KT. CHÁNH VĂN PHÒNG",
        "PHÓ CHÁNH VĂN PHÒNG",
        "Phạm Thị Giả",
    )
)
"""No letterhead, and an empty line after every visual line."""

PARTY = """\
BAN CHẤP HÀNH TRUNG ƯƠNG
*
Số 15-KL/TW
ĐẢNG CỘNG SẢN VIỆT NAM
Hà Nội, ngày 18 tháng 11 năm 2025

KẾT LUẬN
CỦA BỘ CHÍNH TRỊ, BAN BÍ THƯ
VỀ QUẢN LÝ MÁY IN
-----
Tại phiên họp ngày 14/11/2025, Bộ Chính trị, Ban Bí thư kết luận như sau:
1. Giao Đảng uỷ Chính phủ chỉ đạo kiểm kê máy in.

Nơi nhận:
- Các cơ quan, ban đảng Trung ương,
- Lưu Văn phòng Trung ương Đảng.

T/M BAN BÍ THƯ
Đỗ Văn Ví
"""
"""Layout of the Party: no colon after Số, the star line, T/M."""

BLANK_NUMBER = """\
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
ỦY BAN NHÂN DÂN
Độc lập - Tự do - Hạnh phúc
TỈNH QUẢNG NGÃI
  Quảng Ngãi, ngày       tháng 01 năm 2026
Số:          /KH-UBND
KẾ HOẠCH
Thực hiện kiểm kê máy in trên địa bàn tỉnh
(Kèm theo Quyết định số 3/QĐ-UBND)
Căn cứ Luật Tổ chức chính quyền địa phương;
I. MỤC ĐÍCH
1. Biết số máy in.
II. NHIỆM VỤ
1. Sở Tài chính kiểm kê.
Nơi nhận:
TM. ỦY BAN NHÂN DÂN
- Như trên;
KT. CHỦ TỊCH
- Bộ Tài chính;
PHÓ CHỦ TỊCH
- Lưu: VT.
Hoàng Văn Nháp
PHỤ LỤC I
DANH SÁCH MÁY IN
1. Máy in phòng số 1.
"""
"""Two columns line by line, number and day left blank, an annex."""

DISPATCH = """\
THỦ TƯỚNG CHÍNH PHỦ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 99/CĐ-TTg
Hà Nội, ngày 16 tháng 11 năm 2025
CÔNG ĐIỆN
V/V CHỦ ĐỘNG PHÒNG,
CHỐNG MƯA LŨ
THỦ TƯỚNG CHÍNH PHỦ điện:
- Chủ tịch Ủy ban nhân dân các tỉnh: Hà Tĩnh,
Quảng Trị;
- Bộ trưởng Bộ Xây dựng (để báo cáo).
Ngày 15/11/2025, mưa rất to ở Trung Bộ.
1. Bộ Xây dựng bảo đảm giao thông.
Nơi nhận:
- Như trên;
- Lưu: VT.
KT. THỦ TƯỚNG
PHÓ THỦ TƯỚNG
Vũ Thị Tạm
"""
"""A Công điện with its addressees after "điện:"."""

ALL = {
    "side by side": SIDE_BY_SIDE,
    "web copy": WEB_COPY,
    "spaced": SPACED,
    "party": PARTY,
    "blank number": BLANK_NUMBER,
    "dispatch": DISPATCH,
}
