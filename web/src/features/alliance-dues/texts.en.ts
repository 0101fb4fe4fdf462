import type { InEnglish } from '../../lib/in-english.ts'
import type { ALLIANCE_DUES } from './texts.ts'

export const ALLIANCE_DUES_EN: InEnglish<typeof ALLIANCE_DUES> = {
  'dues.title': 'Membership dues',
  'dues.members': 'Members of the Alliance',
  'dues.open': 'List the dues',
  'dues.open.title': 'List the dues of {year}',
  'dues.open.note':
    '{count} members of the year are not listed yet. Each gets a line with the amount below; change single lines afterwards.',
  'dues.amount': 'Amount for each member',
  'dues.opened': 'Listed',
  'dues.total': '{count} members; due {due} đồng, paid {paid} đồng',
  'dues.unlisted': '{count} members of {year} are not listed yet.',
  'dues.all': 'All',
  'dues.unpaid': 'Not fully paid',
  'dues.none': 'The dues of {year} are not listed yet.',
  'dues.none.unpaid': 'Everybody has paid.',
  'dues.member': 'Member',
  'dues.unit': 'Commune',
  'dues.due': 'Due (đồng)',
  'dues.paid': 'Paid (đồng)',
  'dues.rest': 'Still due',
  'dues.paidOn': 'Paid on',
  'dues.note': 'Note',
  'dues.keep': 'Enter payment',
  'dues.keep.of': 'Enter paid dues: {name}',
  'dues.keep.save': 'Keep',
  'dues.kept': 'Kept',
  'dues.required': 'This is needed',
  'dues.paidOn.needed': 'What was paid has a day',
}
