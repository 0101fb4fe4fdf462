import { LoanPortfolio } from '@hopluc/shared/loan-portfolio'
import {
  Loan,
  LoanChoices,
  LoanDeed,
  LoanFund,
  LoanFundEdit,
  LoanPage,
  LoanQuery,
  LoanSchedule,
  LoanScheduleQuery,
  NewLoan,
  NewLoanFund,
  RelatedBorrower,
} from '@hopluc/shared/loans'
import { AsOf, Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { answerSheet } from '../exports/index.ts'
import './exports.ts'
import { addFund, choices, editFund } from './funds.ts'
import { portfolio } from './portfolio.ts'
import { relate } from './related.ts'
import { preview } from './schedule.ts'
import * as loans from './service.ts'

const Params = z.object({ id: Id })

export const loanRoutes: FastifyPluginAsyncZod = async (app) => {
  const one = { params: Params, response: { 200: Loan } }

  app.get(
    '/loans',
    { schema: { querystring: LoanQuery, response: { 200: LoanPage } } },
    (request, reply) =>
      request.query.format === 'xlsx'
        ? answerSheet(request, reply, 'loans')
        : loans.list(request.context, request.query),
  )

  app.post(
    '/loans',
    { schema: { body: NewLoan, response: { 201: Loan } } },
    async ({ context, body }, reply) => reply.code(201).send(await loans.request(context, body)),
  )

  app.get('/loans/choices', { schema: { response: { 200: LoanChoices } } }, ({ context }) =>
    choices(context),
  )

  app.get(
    '/loans/portfolio',
    { schema: { querystring: AsOf, response: { 200: LoanPortfolio } } },
    ({ context, query }) => portfolio(context, query.asOf),
  )

  app.get(
    '/loans/schedule',
    { schema: { querystring: LoanScheduleQuery, response: { 200: LoanSchedule } } },
    ({ context, query }) => preview(context, query),
  )

  app.get('/loans/:id', { schema: one }, ({ context, params }) => loans.get(context, params.id))

  app.post(
    '/loans/:id/deeds',
    { schema: { ...one, body: LoanDeed } },
    ({ context, params, body }) => loans.act(context, params.id, body),
  )

  app.post(
    '/loans/:id/related',
    { schema: { ...one, body: RelatedBorrower } },
    ({ context, params, body }) => relate(context, params.id, body),
  )

  app.post(
    '/loan-funds',
    { schema: { body: NewLoanFund, response: { 201: LoanFund } } },
    async ({ context, body }, reply) => reply.code(201).send(await addFund(context, body)),
  )

  app.put(
    '/loan-funds/:id',
    { schema: { params: Params, body: LoanFundEdit, response: { 200: LoanFund } } },
    ({ context, params, body }) => editFund(context, params.id, body),
  )
}
