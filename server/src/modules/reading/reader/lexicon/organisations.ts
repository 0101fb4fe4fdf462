/** Words of trade in a cooperative's name; the proper name follows them. */
export const TRADE = new Set(
  `nông nghiệp; nông; nông lâm; nông lâm nghiệp; nông, lâm nghiệp; lâm nghiệp; ngư nghiệp; diêm nghiệp; thủy sản; hải sản;
  nuôi trồng; nuôi trồng thủy sản; khai thác; đánh bắt; dịch vụ; dvnn; dvth; dv; nn; sxkd; sx; tổng hợp; tổng; sản xuất; kinh doanh;
  tiêu thụ; chế biến; thu mua; bảo quản; thương mại; tm; tmdv; xuất khẩu; nhập khẩu; xuất nhập khẩu; vận tải; vận tải thủy; thủy;
  cơ giới; cơ khí; bốc xếp; chăn nuôi; gia súc; gia cầm; bò; bò sữa; bò thịt; dê; heo; lợn; gà; gà đồi; vịt; nuôi; nuôi ong; ong;
  mật ong; yến; tôm; cua; cá; cá tra; cá lồng; lươn; ếch; ốc; rau; rau hoa; rau quả; củ quả; hoa; hoa cây cảnh; cây cảnh;
  cây giống; con giống; giống; cây trồng; cây ăn quả; cây ăn trái; trái cây; ăn quả; an toàn; sạch; hữu cơ; xanh; sinh học;
  công nghệ cao; công nghệ; công nghệ số; thông minh; chất lượng cao; chè; chè shan; trà; cà phê; hồ tiêu; tiêu; điều; ca cao;
  sầu riêng; bưởi; cam; cam sành; quýt; chanh; chanh không hạt; chanh leo; xoài; nhãn; vải; vải thiều; mận; na; ổi; hồng; đào; lê;
  thanh long; dừa; dừa hữu cơ; khóm; dứa; mía; mít; chôm chôm; măng cụt; bơ; chuối; nho; táo; lúa; lúa gạo; gạo; nếp; ngô; khoai;
  sắn; nấm; dược liệu; cây dược liệu; quế; quế hồi; hồi; sâm; hành; hành tỏi; tỏi; ớt; gừng; nghệ; mắc ca; lạc; đậu; sen; cói; lác;
  dâu tằm; tơ tằm; bí; bí xanh; dệt; dệt lanh; dệt may; lanh; thổ cẩm; dệt thổ cẩm; may; may mặc; thêu; thêu ren; gốm; gốm sứ;
  mây tre đan; mây tre; đan lát; đồ gỗ; mộc; gỗ; mỹ nghệ; thủ công mỹ nghệ; thủ công; rèn; đúc; điện; nước; nước sạch; điện năng;
  cấp nước; thủy lợi; thủy nông; môi trường; vệ sinh môi trường; rác thải; xây dựng; vật liệu xây dựng; du lịch; du lịch cộng đồng;
  du lịch sinh thái; cộng đồng; sinh thái; làng nghề; nghề; tiểu thủ công nghiệp; công nghiệp; ttcn; tín dụng; muối; nước mắm; mắm;
  nông sản; đặc sản; thực phẩm; lương thực; thanh niên; phụ nữ; cựu chiến binh; liên kết; đa ngành; vùng cao; miền núi; bền vững;
  tuần hoàn; quản lý chợ; chợ; đường thốt nốt; chiếu; bánh; bánh tráng; bún; miến; phở; công bằng; phát triển; sản phẩm; khởi nghiệp;
  giáo dục; y tế; quỹ; thức ăn chăn nuôi; vật tư; vật tư nông nghiệp; máy nông nghiệp; bao bì; in; nhà ở; ô tô; taxi; đường thủy;
  đường bộ; hàng hóa; hành khách`
    .split(';')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' ')),
)

/** Words that end a name, or show that what follows "HTX" is no name. */
export const NOT_NAME = new Set(
  `đã đang sẽ có là của để theo về với trong tại trên ở từ đến cho cần phải được bị do khi như còn vẫn nên chưa không nào này đó kia khác hiện thuộc hoạt gồm tham đạt yếu khá tốt trung bình kém thành lập mới ngừng tạm giải thể đăng ký vay sử cũng chỉ đều các những một số toàn cùng trồng làm mở đóng nhận chủ luôn tiêu biểu điển hình đặc địa hưởng tiếp hỗ lớn nhỏ tự qua mua bán thực xếp loại đầu tư lại viên gắn hay hoặc nếu thì mà vì bằng ra vào lên xuống sau trước giữa nhằm áp tăng giảm so vượt bình quân cử giám giao thí chiếm thu phát và tỉnh huyện xã phường quận thị quý năm tháng ngày kiểu cấp vùng trở đủ ước giỏi đứng xuất gửi nộp đều mỗi hàng đô kỳ cũ`.split(
    ' ',
  ),
)

/** Capitalised beginnings of something else than a name: laws, programmes, other bodies. */
export const NOT_PROPER =
  /^(?:luật|việt nam|vietgap|globalgap|nghị (?:quyết|định)|quyết định|thông (?:tư|báo)|kế hoạch|đề án|chương trình|covid|sở|phòng|ban|liên (?:minh|hiệp|đoàn)|hội|nhà nước|ngân hàng|quỹ|tuy nhiên|trong|theo|bên cạnh|ngoài ra|đồng chí|ubnd|chính phủ|trung ương|đảng|đến|toàn)(?!\p{L})/u
