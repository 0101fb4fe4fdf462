import { IconCalendarPlus, IconFileTypeDocx } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { type ChosenColumn, ColumnChooser, useColumns } from '../../ui/column-chooser.tsx'
import { Keys } from '../../ui/key-help.tsx'
import { Section } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Status, type StatusKind } from '../../ui/status.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { Table } from '../../ui/table.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { toast } from '../../ui/toast.tsx'

interface Row {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly source: string
  readonly lead: string
  readonly due: string
  readonly status: readonly [StatusKind, string]
  readonly result: number
}

const ROWS: readonly Row[] = [
  {
    id: '17',
    number: 17,
    title: 'Khảo sát nhu cầu máy móc phục vụ sản xuất lúa của các HTX',
    source: 'Kế hoạch 14/KH-UBND ngày 22/03/2021, mục II.2',
    lead: 'Trung tâm DV Minh An',
    due: '31/05/2021',
    status: ['late', 'Quá hạn 42 ngày'],
    result: 0,
  },
  {
    id: '11',
    number: 11,
    title: 'Kiện toàn Ban Chỉ đạo KTTT cấp xã, phân công trong Ban Chỉ đạo',
    source: 'Thông báo 05/TB-BCĐ ngày 03/03/2021, mục 11',
    lead: 'UBND 13 xã, thị trấn',
    due: '30/06/2021',
    status: ['late', 'Quá hạn 12 ngày'],
    result: 9,
  },
  {
    id: '13',
    number: 13,
    title: 'Gặp gỡ các HTX, THT quý II, nắm tình hình, tháo gỡ khó khăn',
    source: 'Thông báo 05/TB-BCĐ ngày 03/03/2021, mục 13',
    lead: 'UBND 13 xã, thị trấn',
    due: '15/07/2021',
    status: ['soon', 'Còn 3 ngày'],
    result: 9,
  },
  {
    id: '38',
    number: 38,
    title: 'Cử cán bộ giúp HTX mới thành lập mở sổ kế toán',
    source: 'Thông báo 14/TB-BCĐ ngày 08/07/2021, mục 3',
    lead: 'UBND xã Minh Giồng',
    due: '31/08/2021',
    status: ['new', 'Chưa tiếp nhận'],
    result: 0,
  },
  {
    id: '2',
    number: 2,
    title: 'Xác định số HTX cần thành lập mới, đại hội lại, củng cố, giải thể',
    source: 'Thông báo 05/TB-BCĐ ngày 03/03/2021, mục 2',
    lead: 'UBND 13 xã, thị trấn',
    due: '31/12/2021',
    status: ['term', 'Trong hạn (172 ngày)'],
    result: 11,
  },
]

const COLUMNS: readonly ChosenColumn<Row>[] = [
  {
    id: 'number',
    name: 'Số',
    head: 'Số',
    width: '44px',
    cell: ({ number }) => <span className="muted figures">{number}</span>,
  },
  {
    id: 'title',
    name: 'Nhiệm vụ',
    isFixed: true,
    head: 'Nhiệm vụ',
    phone: 'title',
    cell: ({ title, source }) => (
      <>
        <a className="row-title" href="#gallery">
          {title}
        </a>
        <small>{source}</small>
      </>
    ),
  },
  { id: 'lead', name: 'Chủ trì', head: 'Chủ trì', phone: 'line', cell: ({ lead }) => lead },
  {
    id: 'due',
    name: 'Thời hạn',
    head: 'Thời hạn',
    sortKey: 'due',
    cell: ({ due }) => <span className="figures">{due}</span>,
  },
  {
    id: 'status',
    name: 'Trạng thái',
    head: 'Trạng thái',
    phone: 'end',
    cell: ({ status: [kind, words] }) => <Status kind={kind}>{words}</Status>,
  },
  {
    id: 'result',
    name: 'Kết quả',
    head: 'Kết quả',
    isFigure: true,
    sortKey: 'result',
    cell: ({ result }) => (
      <a className="value-link" href="#gallery">
        {result}/13
      </a>
    ),
  },
]

const route = getRouteApi('/gallery')

/** A list as work surface: tabs, table, selection, pages. */
export function ListPart() {
  const { sort, state, cursor } = route.useSearch()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['11']))
  const chooser = useColumns('gallery', COLUMNS)
  const rows = sort?.startsWith('-') ? ROWS.toReversed() : ROWS
  return (
    <>
      <Section title="Danh sách" more={<ColumnChooser {...chooser} />}>
        <TabLinks
          label="Trạng thái"
          tabs={[
            {
              id: 'all',
              label: 'Tất cả',
              count: 38,
              change: { state: undefined },
              isCurrent: !state,
            },
            ...(['new', 'late', 'soon', 'waiting', 'term', 'standing', 'done'] as const).map(
              (kind, index) => ({
                id: kind,
                label:
                  [
                    'Chưa tiếp nhận',
                    'Quá hạn',
                    'Sắp đến hạn',
                    'Chờ xác nhận',
                    'Trong hạn',
                    'Thường xuyên',
                    'Hoàn thành',
                  ][index] ?? '',
                count: [2, 6, 4, 2, 3, 2, 19][index],
                status: kind,
                change: { state: kind },
                isCurrent: state === kind,
              }),
            ),
          ]}
        />
        <Table
          label="Nhiệm vụ"
          isTall
          columns={chooser.columns}
          rows={rows}
          rowKey={({ id }) => id}
          rowName={({ title }) => title}
          sort={sort}
          selected={selected}
          onSelect={setSelected}
          onOpen={({ title }) => toast(`Mở: ${title}`)}
          sum={{ title: 'Cộng', result: '29/65' }}
        />
        <Pager cursor={cursor} next="2021-08-31_38">
          Đang xem 5 trong 38 nhiệm vụ
        </Pager>
      </Section>
      <div className="page-bar">
        <b>Đã chọn {selected.size} nhiệm vụ</b>
        <Button isSmall icon={IconFileTypeDocx}>
          Công văn đôn đốc
        </Button>
        <Button isSmall icon={IconCalendarPlus}>
          Đề xuất gia hạn
        </Button>
        <Button isSmall kind="quiet" onPress={() => setSelected(new Set())}>
          Bỏ chọn
        </Button>
        <span className="key-hints bar-gap">
          <span>
            <Keys keys="j" /> <Keys keys="k" /> di chuyển
          </span>
          <span>
            <Keys keys="x" /> chọn
          </span>
          <span>
            <Keys keys="Enter" /> mở
          </span>
          <span>
            <Keys keys="?" /> phím tắt
          </span>
        </span>
      </div>
      <Section title="Thẻ trong trang">
        <Tabs
          label="Kết quả trích"
          tabs={[
            { id: 'directives', label: 'Chỉ đạo', count: 13, panel: <p>13 chỉ đạo được trích.</p> },
            { id: 'figures', label: 'Số liệu', count: 6, panel: <p>6 số liệu được trích.</p> },
            { id: 'offices', label: 'Đơn vị', count: 12, panel: <p>12 đơn vị được nêu.</p> },
          ]}
        />
      </Section>
      <Section title="Bảng trống">
        <Table
          label="Nhiệm vụ quá hạn"
          columns={COLUMNS}
          rows={[]}
          rowKey={({ id }) => id}
          empty={<p className="soft">Không có nhiệm vụ quá hạn.</p>}
        />
      </Section>
    </>
  )
}
