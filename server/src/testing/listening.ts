import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { aServerWithEntities } from './entities.ts'
import type { TestPerson } from './organisation.ts'

/** On 10/03/2026, with the topics of difficulties. */
export async function aListeningServer() {
  const server = await aServerWithEntities()
  const { owner, a, on, send, countedIn } = server

  const topics = new Map<string, Id>()
  const begin = async () => {
    on('2026-03-10')
    await sql`truncate difficulties, difficulty_rules, notices, audit_entries cascade`.execute(
      owner,
    )
    const { rows } = await sql<{
      id: Id
      name: string
    }>`select id, name from difficulty_topics`.execute(owner)
    for (const { id, name } of rows) topics.set(name, id)
  }
  const topic = (name: string): Id => topics.get(name) ?? ''

  /** By HTX Minh Phát unless said, of land, which its commune takes up. */
  const raised = async (more: object = {}, by = a.cooperative) => {
    const answer = await send(by, '/difficulties', {
      topicId: topic('Đất đai, trụ sở'),
      text: 'Chưa có đất xây dựng trụ sở, nhà kho',
      ...more,
    })
    if (answer.statusCode !== 201) throw new Error(answer.body)
    return answer.json()
  }
  return {
    ...server,
    begin,
    topic,
    raised,
    deed: (person: TestPerson, id: Id, body: object) =>
      send(person, `/difficulties/${id}/deeds`, body),
    /** Everything that a write leaves behind, counted. */
    counted: () => countedIn('difficulties', 'difficulty_events', 'notices', 'audit_entries'),
  }
}
