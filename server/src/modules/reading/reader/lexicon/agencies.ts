/** Phrases between semicolons, longest first, so that the first that fits is the fullest. */
function phrases(text: string): string[] {
  return text
    .split(';')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .sort((a, b) => b.length - a.length)
}

/** Fields of departments at province and district, past and present, longest first by sorting. */
const FIELDS = phrases(`
  kế hoạch và đầu tư; kế hoạch - đầu tư; kế hoạch đầu tư; kh&đt; kh-đt; khđt; kh và đt; tài chính; tài
  chính - kế hoạch; tài chính kế hoạch; tc-kh; tckh; nông nghiệp và phát triển nông thôn; nông
  nghiệp và ptnt; nông nghiệp - phát triển nông thôn; nông nghiệp & ptnt; nn&ptnt; nn và ptnt;
  nn-ptnt; nông nghiệp; nông nghiệp và môi trường; nông nghiệp - môi trường; nông nghiệp & môi
  trường; nn&mt; nn-mt; nnmt; nn và mt; công thương; tài nguyên và môi trường; tài nguyên - môi trường;
  tài nguyên & môi trường; tn&mt; tn-mt; tnmt; tn và mt; khoa học và công nghệ; khoa học - công nghệ;
  khoa học công nghệ; kh&cn; khcn; kh và cn; thông tin và truyền thông; thông tin - truyền
  thông; tt&tt; tttt; lao động - thương binh và xã hội; lao động, thương binh và xã hội; lao
  động thương binh và xã hội; lđ-tb&xh; lđtb&xh; lđtbxh; lđ - tb và xh; nội vụ; tư pháp; xây
  dựng; giao thông vận tải; gtvt; giáo dục và đào tạo; gd&đt; gdđt; y tế; ngoại vụ; du lịch; văn
  hóa, thể thao và du lịch; văn hóa - thể thao và du lịch; vh,tt&dl; vhttdl; văn hóa và thể
  thao; văn hóa - thông tin; văn hóa và thông tin; văn hóa, khoa học và thông tin; văn hóa - xã
  hội; văn hóa xã hội; dân tộc; dân tộc và tôn giáo; quy hoạch - kiến trúc; kinh tế; kinh tế và
  hạ tầng; kinh tế - hạ tầng; kinh tế, hạ tầng và đô thị; kinh tế - hạ tầng và đô thị; quản lý
  đô thị; hạ tầng kinh tế; dân tộc - tôn giáo; chính sách - phát triển thành viên; chính sách và
  phát triển thành viên; tổ chức - hành chính; kế hoạch - hỗ trợ; tư vấn - hỗ trợ; tổng hợp;
  hành chính; đăng ký kinh doanh; kinh tế tập thể; kinh tế ngành; quản lý doanh nghiệp; ngân hàng; thuế; lao động; kiểm lâm; khuyến nông
`)

/** Heads followed by a field: "Sở Tài chính", "Phòng Kinh tế". */
export const DEPARTMENT_FIELDS: readonly string[] = FIELDS
export const DEPARTMENT_HEADS = ['sở', 'phòng', 'bộ', 'ngành', 'ban'] as const

/** Bodies that have a name of their own; what follows may only be a level or a place. */
export const NAMED_BODIES: readonly string[] = phrases(`
  ban thường trực ủy ban mặt trận tổ quốc việt nam; ban thường trực ủy ban mttq việt nam; ban
  thường trực ubmttq việt nam; ủy ban mặt trận tổ quốc việt nam; ủy ban mặt trận tổ quốc; ủy ban
  mttq việt nam; ủy ban mttqvn; ubmttq việt nam; ubmttqvn; ubmttq; ub mttq việt nam; mặt trận tổ
  quốc việt nam; mặt trận tổ quốc; mttq việt nam; mttq; mặt trận; liên minh hợp tác xã (htx);
  liên minh hợp tác xã; liên minh htx; lmhtx; ban thường trực liên minh htx; thường trực liên
  minh hợp tác xã; hội nông dân; hội liên hiệp phụ nữ; hội lhpn; hội phụ nữ; hội cựu chiến binh;
  hội làm vườn; hội doanh nghiệp; hiệp hội doanh nghiệp; hội khuyến học; đoàn thanh niên cộng
  sản hồ chí minh; đoàn tncs hồ chí minh; đoàn thanh niên; tỉnh đoàn; thành đoàn; huyện đoàn;
  thị đoàn; xã đoàn; đoàn xã; liên đoàn lao động; công đoàn; ngân hàng nhà nước việt nam; ngân
  hàng nhà nước; nhnn việt nam; nhnn; ngân hàng chính sách xã hội; ngân hàng csxh; nhcsxh; ngân
  hàng nông nghiệp và phát triển nông thôn; ngân hàng nông nghiệp và ptnt; ngân hàng nông
  nghiệp; agribank; ngân hàng hợp tác xã việt nam; ngân hàng hợp tác xã; ngân hàng hợp tác;
  co-opbank; phòng giao dịch ngân hàng chính sách xã hội; phòng giao dịch ngân hàng csxh; phòng
  giao dịch nhcsxh; quỹ hỗ trợ phát triển hợp tác xã; quỹ hỗ trợ phát triển htx; quỹ hỗ trợ nông
  dân; quỹ bảo lãnh tín dụng; quỹ đầu tư phát triển; kho bạc nhà nước; bảo hiểm xã hội; bhxh;
  cục thuế; chi cục thuế khu vực; chi cục thuế; cục thống kê; chi cục thống kê; thuế; chi cục
  phát triển nông thôn và quản lý chất lượng nông, lâm, thủy sản; chi cục phát triển nông thôn
  và quản lý chất lượng; chi cục phát triển nông thôn; chi cục kinh tế hợp tác và phát triển
  nông thôn; chi cục kinh tế hợp tác; chi cục trồng trọt và bảo vệ thực vật; chi cục chăn nuôi
  và thú y; chi cục quản lý chất lượng nông lâm sản và thủy sản; chi cục thủy sản; chi cục thủy
  lợi; cục quản lý thị trường; trung tâm khuyến nông - dịch vụ nông nghiệp; trung tâm khuyến
  nông và dịch vụ nông nghiệp; trung tâm khuyến nông; trạm khuyến nông; trạm trồng trọt và bảo
  vệ thực vật; trạm chăn nuôi và thú y; trung tâm dịch vụ, hỗ trợ phát triển nông nghiệp; trung
  tâm dịch vụ nông nghiệp; trung tâm dịch vụ kỹ thuật nông nghiệp; trung tâm kỹ thuật nông
  nghiệp; trung tâm hỗ trợ phát triển hợp tác xã; trung tâm tư vấn và hỗ trợ; trung tâm xúc tiến
  đầu tư, thương mại và du lịch; trung tâm xúc tiến thương mại; trung tâm xúc tiến đầu tư; trung
  tâm khuyến công; trung tâm văn hóa, thể thao và truyền thanh; trung tâm văn hóa, thông tin và
  truyền thông; trung tâm văn hóa - thể thao và truyền thanh; trung tâm văn hóa, thể thao và du
  lịch; trung tâm văn hóa - thông tin; trung tâm truyền thông và văn hóa; trung tâm truyền
  thông; trung tâm phát triển quỹ đất; trung tâm phục vụ hành chính công; trung tâm học tập cộng
  đồng; trung tâm giáo dục nghề nghiệp - giáo dục thường xuyên; văn phòng đăng ký đất đai; đài
  phát thanh - truyền hình; đài phát thanh và truyền hình; đài pt-th; đài pt - th; đài truyền
  thanh - truyền hình; đài truyền thanh; báo và đài phát thanh, truyền hình; báo và phát thanh,
  truyền hình; báo và đài pt-th; cổng thông tin điện tử; cổng ttđt; bưu điện; điện lực; công ty
  điện lực; viễn thông; văn phòng hội đồng nhân dân và ủy ban nhân dân; văn phòng hđnd và ubnd;
  văn phòng hđnd - ubnd; văn phòng đoàn đbqh và hđnd; văn phòng ủy ban nhân dân; văn phòng ubnd;
  văn phòng tỉnh ủy; văn phòng huyện ủy; văn phòng điều phối chương trình nông thôn mới; văn
  phòng điều phối xây dựng nông thôn mới; văn phòng điều phối nông thôn mới; văn phòng điều phối
  ntm; văn phòng điều phối; văn phòng; ban tuyên giáo và dân vận; ban tuyên giáo; ban dân vận;
  ban tổ chức; ban nội chính; ban kinh tế - ngân sách; ban dân tộc; ban quản lý khu kinh tế; ban
  quản lý các khu công nghiệp; ban quản lý dự án; ban chỉ huy quân sự; bộ chỉ huy quân sự; bộ
  chỉ huy bộ đội biên phòng; công an; thanh tra; viện kiểm sát nhân dân; tòa án nhân dân; trường
  chính trị; trường cao đẳng nghề; trường cao đẳng cộng đồng; trường bồi dưỡng cán bộ; trung tâm
  chính trị; tỉnh ủy; thành ủy; huyện ủy; thị ủy; quận ủy; đảng ủy ubnd; đảng ủy; ban thường vụ
  tỉnh ủy; ban thường vụ huyện ủy; ban thường vụ đảng ủy; thường trực tỉnh ủy; thường trực huyện
  ủy; thường trực hđnd; hội đồng nhân dân; hđnd; ủy ban nhân dân; ubnd; thường trực ban chỉ đạo;
  cơ quan thường trực ban chỉ đạo; cơ quan thường trực; ban chỉ đạo; bcđ; tổ giúp việc ban chỉ
  đạo; tổ giúp việc; tổ công tác; tổ chuyên viên giúp việc; tổ thư ký; đoàn giám sát; đoàn kiểm
  tra; chính phủ; thủ tướng chính phủ; liên hiệp các hội khoa học và kỹ thuật; hội đồng quản
  trị; công chức địa chính; công chức nông nghiệp; công chức tài chính - kế toán; công chức tài
  chính; công chức văn hóa; công chức kinh tế; cán bộ khuyến nông; thường trực; ban thường trực; ban cán sự đảng; đảng đoàn;
  ban thường vụ; ban chấp hành; đảng bộ; hội người cao tuổi; hội chữ thập đỏ; hội nông dân việt nam; trạm y tế; ban công tác
  mặt trận; ban giám đốc; ban quản trị; tổ công tác; tổ giúp việc; tổ giúp việc ban chỉ đạo; ban trù bị; ban soạn thảo; đoàn công tác; liên minh hợp tác xã và doanh nghiệp; liên minh htx và doanh nghiệp;
  ban dân vận; ban tuyên giáo; ban tổ chức; ban tuyên giáo và dân vận; trung tâm chính trị;  cơ quan đăng ký kinh doanh
`)

/** Heads after which any capitalised name may follow. */
export const OPEN_HEADS: readonly string[] = phrases(`
  sở; phòng; ban; chi cục; cục; tổng cục; vụ; bộ; viện; trường; trung tâm; trạm; văn phòng; hội;
  hiệp hội; liên đoàn; liên hiệp; ngân hàng; quỹ; đài; báo; cổng; công ty; tổ; đội; đảng bộ; chi
  bộ; công chức; cán bộ; ủy ban; tổng công ty; tập đoàn; đảng ủy; chi ủy; khối; nhóm; bộ phận
`)

/** Plural heads of a group: "các sở, ban, ngành", "các xã, thị trấn". */
export const GROUP_NOUNS: readonly string[] = phrases(`
  sở; ban; ngành; tỉnh; chủ đầu tư; xóm trưởng; ấp trưởng; cơ quan soạn thảo; cơ quan chủ trì; bộ phận; trưởng ấp; trưởng bản; trưởng khu phố; trưởng xóm; đoàn thể; hội; hội đoàn thể; hội quần chúng; tổ chức chính trị - xã hội; tổ
  chức chính trị xã hội; tổ chức ct-xh; tổ chức chính trị; tổ chức đoàn thể; tổ chức xã hội; tổ
  chức đảng; tổ chức hội; tổ chức tín dụng; tổ chức; đơn vị; địa phương; cơ quan; cơ quan chuyên
  môn; cơ quan báo chí; cơ quan thông tin đại chúng; cơ quan truyền thông; phòng; phòng ban;
  phòng chuyên môn; ban chuyên môn; bộ phận; bộ phận chuyên môn; huyện; thị xã; thành phố; quận;
  xã; phường; thị trấn; đặc khu; thôn; ấp; bản; khu phố; tổ dân phố; cấp; cấp ủy; cấp ủy đảng;
  chính quyền; chính quyền địa phương; mặt trận; ngân hàng; ngân hàng thương mại; tổ chức thành
  viên; thành viên ban chỉ đạo; thành viên bcđ; thành viên; ủy viên ban chỉ đạo; đồng chí thành
  viên ban chỉ đạo; htx; hợp tác xã; tổ hợp tác; tht; liên hiệp htx; liên hiệp hợp tác xã; quỹ
  tín dụng nhân dân; doanh nghiệp; đảng ủy; chi cục; trung tâm; trạm; hội nông dân; hội liên
  hiệp phụ nữ; trường; viện; bộ; bộ, ngành; cụm; đoàn; đảng viên; ngành chức năng; cơ quan chức
  năng; cơ quan liên quan; hộ nông dân; chủ thể; thôn trưởng; trưởng thôn; đồng chí; tổ trưởng; giám đốc htx; giám đốc hợp tác xã; bí thư chi bộ; chi bộ; đoàn viên; cán bộ, công chức; công chức; cán bộ; cá nhân; tập thể
`)

/** What may narrow a group: "các đơn vị liên quan", "các cấp ủy trên địa bàn". */
export const GROUP_TAILS: readonly string[] = phrases(`
  có liên quan; liên quan; thành viên; chức năng; chuyên môn; trực thuộc; cấp tỉnh; cấp huyện;
  cấp xã; các cấp; các thôn; các ấp; các bản; các khu phố; các xóm; của tỉnh; của huyện; của xã; tỉnh; huyện; trên địa bàn tỉnh; trên địa bàn
  huyện; trên địa bàn xã; trên địa bàn; ở địa phương; trong tỉnh; cơ sở; nêu trên; có tên trên;
  có tên; được giao; được giao nhiệm vụ; được phân công phụ trách địa bàn; được phân công phụ
  trách; được phân công; theo địa bàn được phân công; theo nhiệm vụ được phân công; phụ trách
  địa bàn; phụ trách; nhận được kiến nghị; thực hiện; ban chỉ đạo; thương mại; đóng trên địa
  bàn; còn lại; xã; thành phố; phường; thị xã; trực thuộc trung ương; đảng; đoàn thể
`)

/** Levels and places that close a body's name. */
export const LEVEL =
  /^(?: (?:cấp (?:tỉnh|huyện|xã)|các cấp|tỉnh ủy|thành ủy|huyện ủy|thị ủy|tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu|khu vực|trung ương|chi nhánh(?: tỉnh| thành phố| huyện| khu vực)?|tp\.?|tx\.?))+(?![\p{L}])/u

/** Posts whose holder is addressed for the body: "Giám đốc Sở Tài chính". */
export const ADDRESSED_POSTS =
  /^(?:các )?(?:đồng chí )?(?:phó )?(?:giám đốc|chủ tịch|trưởng ban|trưởng phòng|trưởng|thủ trưởng|chánh văn phòng|chánh thanh tra|người đứng đầu|lãnh đạo|bí thư|bí thư cấp ủy|hội đồng quản trị|ban giám đốc|ban quản trị)(?! (?:yêu cầu|đề nghị|giao|kết luận|chủ trì|phát biểu))(?= )/u
