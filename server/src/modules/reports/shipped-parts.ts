import type { ReportPart } from '../papers/index.ts'

export const prose = (text: string): ReportPart => ({ kind: 'prose', text })
export const heading = (text: string): ReportPart => ({ kind: 'heading', text })
export const subheading = (text: string): ReportPart => ({ kind: 'subheading', text })
export const control = (text: string): ReportPart => ({ kind: 'control', text })
export const annex = (number: string, text: string): ReportPart => ({ kind: 'annex', number, text })
