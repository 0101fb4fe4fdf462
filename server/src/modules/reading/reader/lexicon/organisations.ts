/** Words of trade in a cooperative's name; the proper name follows them. */
export const TRADE = new Set(
  `nông nghiệp nông lâm lâm nghiệp ngư thủy hải sản dịch vụ dvnn dv tổng hợp sản xuất kinh doanh sxkd kinh doanh tiêu thụ chế biến thương mại tm vận tải cơ giới bốc xếp chăn nuôi gia súc gia cầm bò sữa dê heo lợn gà vịt ong mật nuôi trồng rau củ quả hoa cây cảnh an toàn sạch hữu cơ xanh công nghệ cao số thông minh chè trà cà phê hồ tiêu điều sầu riêng bưởi cam quýt chanh không hạt xoài nhãn vải thiều mận na ổi thanh long dừa khóm dứa mía lúa gạo nếp ngô khoai sắn nấm dược liệu quế hồi sâm hành tỏi ớt gừng nghệ tiêu mít chôm măng cụt bơ chuối nho táo ca cao mắc lạc đậu sen cói lác dệt thổ cẩm lanh may mặc thêu gốm sứ mây tre đan đồ gỗ mỹ mộc rèn cơ khí điện nước năng lượng cấp nước thủy lợi môi trường vệ sinh rác thải xây dựng du lịch cộng đồng sinh thái làng nghề tiểu thủ công nghiệp ttcn tín dụng quỹ cây giống con giống giống lúa giống tôm cua cá tra lươn ếch muối nước mắm nông sản đặc sản thực phẩm thanh niên phụ nữ cựu chiến binh khởi nghiệp liên kết đa ngành vùng khởi nghiệp ứng dụng miền núi vùng cao bền vững tuần hoàn gừng bí đao khóm quản lý chợ và & - – đường thốt nốt dệt chiếu bánh tráng bún miến trái cây ăn quả công bằng phát triển sản phẩm tự nhiên tiến bộ kiểu mới`.split(
    /\s+/,
  ),
)

/** Words that end a name, or show that what follows "HTX" is no name. */
export const NOT_NAME = new Set(
  `đã đang sẽ có là và của để theo về với trong tại trên ở từ đến cho cần phải được bị do khi như còn vẫn nên chưa không nào này đó kia khác hiện thuộc hoạt gồm tham đạt yếu khá tốt trung bình kém thành lập mới ngừng tạm giải thể đăng ký vay sử nào cũng chỉ đều các những một số toàn cùng trồng làm mở đóng nhận chủ luôn tiêu biểu điển hình đặc địa hưởng tiếp hỗ lớn nhỏ tự qua mua bán thực xếp loại đầu tư lại viên gắn hay hoặc nếu thì mà vì bằng ra vào lên xuống sau trước giữa nhằm áp tăng giảm so vượt bình quân cử giám giao thí chiếm thu phát`.split(
    /\s+/,
  ),
)
