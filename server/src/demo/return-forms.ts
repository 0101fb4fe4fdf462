import { FormDefinition } from '@hopluc/shared/report-forms'

/** Báo cáo nhanh quý: a row a cooperative, one line for the groups of the commune. */
export const QUARTER_FORM = {
  code: 'Biểu số 01/KTTT',
  name: 'Báo cáo nhanh tình hình HTX, tổ hợp tác',
  note: null,
  definition: FormDefinition.parse({
    sections: [
      {
        kind: 'grid',
        key: 'htx',
        title: 'Tình hình HTX, tổ hợp tác',
        rows: 'entities',
        entityKinds: ['cooperative'],
        hasGroupLine: true,
        indicators: [
          { code: 'H8', columns: ['previous', 'done'], groupCode: 'T4' },
          { code: 'H9', columns: ['done'] },
          { code: 'H10', columns: ['previous', 'done', 'estimate'], groupCode: 'T5' },
          { code: 'H11', columns: ['estimate'], groupCode: 'T6', mayBeNegative: true },
        ],
      },
      {
        kind: 'questions',
        key: 'danh_gia',
        title: 'Đánh giá của xã',
        questions: [
          { key: 'kho_khan', text: 'Khó khăn, vướng mắc chính trong kỳ' },
          { key: 'kien_nghi', text: 'Kiến nghị, đề xuất' },
        ],
      },
      { kind: 'notes', key: 'ghi_chu', title: 'Ghi chú' },
    ],
    checks: [
      { kind: 'change', severity: 'warning', percent: 25 },
      { kind: 'ratio', severity: 'warning', top: { code: 'H8' }, bottom: null, most: 3000 },
    ],
  }),
}

/** Báo cáo nhanh quý of a province: what its communes report of cooperatives and groups, added up. */
export const PROVINCE_FORM = {
  code: 'Biểu số 03/KTTT',
  name: 'Báo cáo nhanh của tỉnh, thành phố',
  note: null,
  definition: FormDefinition.parse({
    sections: [
      {
        kind: 'grid',
        key: 'tong_hop',
        title: 'Tổng hợp từ cấp xã',
        rows: 'indicators',
        indicators: [
          { code: 'H8', columns: ['previous', 'same_period', 'done'] },
          { code: 'H9', columns: ['previous', 'same_period', 'done'] },
          { code: 'H10', columns: ['previous', 'same_period', 'done', 'estimate'] },
          { code: 'H11', columns: ['previous', 'estimate'], mayBeNegative: true },
          { code: 'T4', columns: ['previous', 'same_period', 'done'] },
          { code: 'T5', columns: ['previous', 'same_period', 'done', 'estimate'] },
        ],
      },
      { kind: 'notes', key: 'ghi_chu', title: 'Ghi chú' },
    ],
    checks: [],
  }),
}

/** Báo cáo 6 tháng, năm: indicators of the unit itself. */
export const HALF_FORM = {
  code: 'Biểu số 02/KTTT',
  name: 'Báo cáo tình hình kinh tế tập thể 6 tháng, năm',
  note: null,
  definition: FormDefinition.parse({
    sections: [
      {
        kind: 'grid',
        key: 'chi_tieu',
        title: 'Chỉ tiêu chủ yếu',
        rows: 'indicators',
        indicators: [
          { code: 'H1', columns: ['previous', 'same_period', 'plan', 'done', 'estimate'] },
          { code: 'H2', columns: ['same_period', 'plan', 'done', 'estimate'], isRequired: false },
          { code: 'H3', columns: ['same_period', 'plan', 'done', 'estimate'], isRequired: false },
          { code: 'H8', columns: ['previous', 'same_period', 'plan', 'done', 'estimate'] },
          { code: 'H10', columns: ['same_period', 'plan', 'done', 'estimate'], isRequired: false },
          {
            code: 'H11',
            columns: ['same_period', 'plan', 'done', 'estimate'],
            mayBeNegative: true,
            isRequired: false,
          },
          { code: 'L1', columns: ['previous', 'same_period', 'done', 'estimate'] },
          {
            code: 'T1',
            columns: ['previous', 'same_period', 'plan', 'done', 'estimate'],
            isRequired: false,
          },
          { code: 'M1', columns: ['previous', 'same_period', 'done', 'estimate'] },
        ],
      },
      {
        kind: 'questions',
        key: 'danh_gia',
        title: 'Đánh giá chung',
        questions: [
          { key: 'ket_qua', text: 'Kết quả nổi bật' },
          { key: 'kho_khan', text: 'Khó khăn, hạn chế và nguyên nhân' },
          { key: 'nhiem_vu', text: 'Nhiệm vụ, giải pháp thời gian tới' },
        ],
      },
    ],
    checks: [
      {
        kind: 'balance',
        severity: 'warning',
        closing: { code: 'H1' },
        plus: [{ code: 'H2' }],
        minus: [{ code: 'H3' }],
      },
      {
        kind: 'ratio',
        severity: 'warning',
        top: { code: 'H8' },
        bottom: { code: 'H1' },
        most: 500,
      },
      { kind: 'change', severity: 'warning', percent: 50 },
    ],
  }),
}
