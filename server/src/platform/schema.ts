/* oxlint-disable max-lines -- generated from the database by `npm run db:types` */
import type { Generated } from 'kysely'

export interface Schema {
  account_contacts: {
    account_id: string
    phone: string | null
    email: string | null
    version: Generated<number>
  }
  account_identities: { provider: string; value: string; account_id: string; id: Generated<string> }
  accounts: {
    id: string
    username: string
    name: string
    password_hash: string | null
    must_change_password: Generated<boolean>
    is_active: Generated<boolean>
    is_demo: Generated<boolean>
    version: Generated<number>
    created_at: Generated<Date>
  }
  acting: { account_id: string; post_id: string; today: string; role: string; agency_id: string }
  acting_committee: { committee_id: string }
  acting_post: {
    id: string
    account_id: string
    agency_id: string
    committee_id: string
    role: string
    today: string
  }
  activities: {
    id: string
    kind: string
    agency_id: string
    unit_id: string
    entity_id: string | null
    entity_name: string | null
    title: string
    topic: string | null
    from_on: string
    until_on: string
    document: string | null
    partners: Generated<string[]>
    channels: Generated<string[]>
    content: string | null
    tasks: Generated<unknown>
    reach: Generated<unknown>
    results: Generated<unknown>
    state: Generated<string>
    is_demo: Generated<boolean>
    version: Generated<number>
  }
  agencies: { id: string; is_demo: Generated<boolean>; version: Generated<number> }
  agency_names: {
    agency_id: string
    name: string
    from_on: string
    until_on: Generated<string>
    folded: Generated<string | null>
  }
  agency_successions: {
    from_id: string
    to_id: string
    on_day: string
    act: string
    duty: Generated<string>
    reorganisation_id: string | null
  }
  agency_versions: {
    agency_id: string
    from_on: string
    until_on: Generated<string>
    unit_id: string
    kind: string
    name: string
    short_name: string
    symbol: string | null
    manner: Generated<string>
    acts_for_id: string | null
    needs_approval: Generated<boolean>
    folded: Generated<string | null>
  }
  alliance_dues: {
    id: string
    alliance_id: string
    entity_id: string
    year: number
    due: number
    paid: Generated<number>
    paid_on: string | null
    note: string | null
    is_demo: Generated<boolean>
    version: Generated<number>
  }
  api_tokens: {
    id: string
    hash: Buffer
    account_id: string
    post_id: string
    name: string
    is_read_only: boolean
    nouns: string[] | null
    created_at: Date
    expires_at: Date
    last_used_at: Date | null
    ended_at: Date | null
  }
  applied_supports: { id: string }
  appraised_programmes: { programme_id: string }
  assessment_files: { assessment_id: string; seq: number; position: number; file_id: string }
  assessment_rounds: {
    id: string
    unit_id: string
    set_id: string
    year: number
    name: string
    self_until_on: string
    commune_until_on: string
    until_on: string
    appeal_days: number
    state: Generated<string>
    opened_on: string
    opened_agency_id: string
    opened_by: string
    opened_words: string
    published_on: string | null
    appeal_until_on: string | null
    is_demo: Generated<boolean>
    version: Generated<number>
  }
  assessment_steps: {
    assessment_id: string
    seq: number
    action: string
    level: string
    marks: unknown
    total: string | null
    band: string | null
    set_id: string | null
    text: string | null
    on_day: string
    agency_id: string
    made_by: string
    by_words: string
    made_at: Date
  }
  assessments: {
    id: string
    round_id: string
    entity_id: string
    unit_id: string
    state: Generated<string>
    total: string | null
    band: string | null
    not_rated: string | null
    appeal: string | null
    is_demo: Generated<boolean>
    version: Generated<number>
  }
  audit_batches: {
    seq: number
    previous: Buffer
    root: Buffer
    entries: number
    sealed_at: Generated<Date>
    members: Buffer
  }
  audit_entries: {
    agency_id: Generated<string>
    id: string
    account_id: string
    post_id: string | null
    event: string
    subject_id: string
    payload_hash: Buffer
    recorded_at: Generated<Date>
    role: string | null
    address: string | null
    session_id: string | null
    document_id: string | null
  }
  audit_open: { agency_id: string; entry_id: string; recorded_at: Date }
  audit_payloads: { agency_id: Generated<string>; entry_id: string; salt: Buffer; payload: string }
  boards: { body_id: string; alliance_id: string; kind: string }
  breakdowns: { id: Generated<number>; parts: unknown }
  business_lines: {
    code: string
    name: string
    parent_code: string | null
    from_on: Generated<string>
    until_on: Generated<string>
  }
  checked_returns: { id: string; state: string }
  committee_drafts: { id: string; document_id: string; committee_id: string; proposal: unknown }
  committee_members: {
    id: string
    committee_id: string
    name: string
    office: string
    part: string
    agency_id: string | null
    in_charge_of: string | null
    from_on: string
    until_on: Generated<string>
    position: Generated<number>
    of_id: string | null
    seat_id: Generated<string>
  }
  committee_reminders: {
    id: string
    body_id: string
    unit_id: string
    on_day: string
    lack: string
    note: string | null
    by_words: string
    is_demo: Generated<boolean>
    created_by: string
  }
  committee_versions: {
    committee_id: string
    from_on: string
    until_on: Generated<string>
    decision: string
    decided_on: string
    standing_agency_id: string
    document_id: string | null
    regulation: string | null
    regulation_id: string | null
  }
  commodities: {
    code: string
    name: string
    family: string
    other_names: Generated<string[]>
    is_active: Generated<boolean>
  }
  commune_works: {
    id: string
    unit_id: string
    year: number
    kind: string
    entity_id: string | null
    candidate_name: string | null
    founders: number | null
    advised_by: string | null
    state: Generated<string>
    due_on: string | null
    note: string | null
    suggested_by: string | null
    event_id: string | null
    version: Generated<number>
    is_demo: Generated<boolean>
    updated_at: Generated<Date>
    updated_by: Generated<string>
  }
  conclusion_notices: {
    document_id: string
    content: unknown
    approved: unknown
    remarks: Generated<unknown>
    signed: unknown
    signed_file_id: string | null
    started_by_word_on: string | null
    version: Generated<number>
  }
  confirmation_terms: {
    from_year: number
    window_from: string
    window_until: string
    entity_due: string
    commune_due: string
    province_due: string
    basis: string
  }
  congresses: {
    id: string
    alliance_id: string
    number: number
    term: string
    held_on: string
    until_on: string
    place: string | null
    delegates: number | null
    member_units: number | null
    resolution: string | null
    resolution_id: string | null
    charter: string | null
    charter_id: string | null
    charter_task_id: string | null
    is_demo: Generated<boolean>
    version: Generated<number>
  }
  course_people: {
    id: string
    course_id: string
    entity_id: string
    unit_id: string
    name: string
    post: Generated<string>
    attended: Generated<number[]>
    certificate_no: string | null
    certificate_on: string | null
    entered_by: string
    entered_agency_id: string
  }
  courses: {
    id: string
    agency_id: string
    unit_id: string
    programme_id: string | null
    title: string
    topic: Generated<string>
    audience: Generated<string>
    place: Generated<string>
    fund: Generated<string>
    from_on: string
    until_on: string
    sessions: number
    places: number
    planned_cost: number | null
    cost: number | null
    is_cancelled: Generated<boolean>
    enrolled: Generated<number>
    attended: Generated<number>
    certified: Generated<number>
    is_demo: Generated<boolean>
    version: Generated<number>
  }
  criteria_sets: {
    id: string
    series_id: string
    edition: number
    unit_id: string | null
    name: string
    basis: Generated<string>
    note: string | null
    from_year: number
    until_year: number | null
    kinds: string[]
    sectors: Generated<string[]>
    criteria: Generated<unknown>
    bands: Generated<unknown>
    exclusions: Generated<unknown>
    state: Generated<string>
    issued_on: string | null
    issued_words: string | null
    copied_from: string | null
    is_demo: Generated<boolean>
    version: Generated<number>
    updated_at: Generated<Date>
    updated_by: string | null
  }
  data_request_steps: {
    request_id: string
    seq: number
    action: string
    note: string | null
    on_day: string
    field: string | null
    before: string | null
    after: string | null
    by_words: string
    account_id: Generated<string>
    recorded_at: Generated<Date>
  }
  data_requests: {
    id: string
    number: number
    year: number
    kind: string
    subject_id: string | null
    subject_name: string
    asker_name: string | null
    asker_phone: string | null
    asker_email: string | null
    identified_by: string
    identity_note: string
    text: string
    received_on: string
    answer_due_on: string
    answered_on: string | null
    complete_due_on: string
    is_extended: Generated<boolean>
    state: Generated<string>
    closed_on: string | null
    lifted_on: string | null
    version: Generated<number>
    created_by: Generated<string>
    created_at: Generated<Date>
  }
  debt_settlements: {
    id: string
    entity_id: string
    debt_id: string
    on_day: string
    kind: string
    amount: number
    decision_no: string | null
    document_id: string | null
    note: string | null
    version: Generated<number>
    is_demo: Generated<boolean>
    updated_at: Generated<Date>
    updated_by: Generated<string>
  }
  difficulties: {
    id: string
    topic_id: string
    text: string
    unit_id: string
    entity_id: string | null
    way: string
    raised_on: string
    raised_agency_id: string
    raised_by: string
    raised_words: string
    recorded_at: Generated<Date>
    level: string
    handler_id: string
    received_on: string
    transfer_until_on: string
    answer_due_on: string
    risen_on: string | null
    state: Generated<string>
    answered_on: string | null
    version: Generated<number>
    is_demo: Generated<boolean>
    meeting_id: string | null
    return_id: string | null
  }
  difficulty_events: {
    difficulty_id: string
    seq: number
    action: string
    on_day: string
    text: string | null
    paper: string | null
    agency_id: string | null
    details: Generated<unknown>
    made_by: string
    by_words: string
    made_at: Date
  }
  difficulty_files: { difficulty_id: string; seq: number; position: number; file_id: string }
  difficulty_rules: {
    unit_id: string
    topic_id: string | null
    level: string
    agency_id: string
    is_demo: Generated<boolean>
  }
  difficulty_terms: { level: string; answer_days: number; transfer_days: number }
  difficulty_topics: {
    id: string
    name: string
    english: string
    first_level: string
    position: number
    is_ended: Generated<boolean>
    version: Generated<number>
  }
  difficulty_uses: {
    difficulty_id: string
    meeting_id: string | null
    task_id: string | null
    put_on: string
    put_by: string
    put_words: string
  }
  directives: {
    id: string
    owner_id: string
    owner_unit_id: string
    document_id: string | null
    notice_id: string | null
    reading_id: string | null
    meeting_id: string | null
    position: number
    item: string | null
    start_at: number | null
    end_at: number | null
    quote: string | null
    text: string
    manner: Generated<string>
    lead_ids: Generated<string[]>
    lead_words: string | null
    co_ids: Generated<string[]>
    due_on: string | null
    due_text: string | null
    due_source: string | null
    recurrence: unknown
    is_standing: Generated<boolean>
    product: string | null
    proposed: unknown
    asked_back: unknown
    has_task: Generated<boolean>
    given_on: string | null
    version: Generated<number>
    created_at: Generated<Date>
  }
  document_files: { document_id: string; file_id: string; part: string; position: number }
  document_links: { from_id: string; to_id: string; relation: string; words: string | null }
  document_numbers: { agency_id: string; book: string; year: number; last: number }
  document_readers: { document_id: string; agency_id: string }
  document_steps: {
    document_id: string
    seq: number
    action: string
    note: string | null
    on_day: string
    by_words: string
    account_id: string
    post_id: string
    recorded_at: Generated<Date>
  }
  documents: {
    id: string
    owner_id: string
    owner_unit_id: string
    direction: string
    kind: string
    number: number | null
    book: string | null
    symbol: string | null
    issued_on: string | null
    issuer_id: string | null
    issuer_name: string
    signer_name: string | null
    signer_title: string | null
    abstract: string
    state: string
    draft_no: Generated<number>
    urgency: Generated<string>
    is_internal: Generated<boolean>
    is_stub: Generated<boolean>
    kept_at: string | null
    recipients: string | null
    copies: number | null
    note: string | null
    arrived_on: string | null
    arrival_no: number | null
    text: string | null
    text_hash: Buffer | null
    meeting_id: string | null
    content: unknown
    version: Generated<number>
    created_by: string
    created_at: Generated<Date>
    listed_on: Generated<string>
    search: Generated<string | null>
    search_exact: Generated<string | null>
    folded_symbol: Generated<string | null>
    folded_title: Generated<string | null>
    symbol_key: Generated<string | null>
    keeper_id: string | null
  }
  duties: {
    id: string
    body_id: string
    seat_id: string | null
    holder_name: Generated<string>
    holder_office: string | null
    unit_id: string | null
    entity_id: string | null
    from_on: string
    until_on: Generated<string>
    decision: string | null
    is_demo: Generated<boolean>
    version: Generated<number>
    created_by: string
  }
  duty_meetings: {
    id: string
    duty_id: string
    met_on: string
    place: string | null
    note: string
    by_words: string
    is_demo: Generated<boolean>
    created_by: string
    created_at: Generated<Date>
  }
  editable_returns: { id: string }
  enrolling_units: { unit_id: string }
  entities: {
    id: string
    kind: string
    name: string
    from_on: string
    until_on: Generated<string>
    is_demo: Generated<boolean>
    version: Generated<number>
    folded: Generated<string | null>
    agency_id: string | null
    merged_into_id: string | null
    updated_at: Generated<Date>
    updated_by: string | null
  }
  entity_certificates: {
    id: string
    entity_id: string
    product_id: string | null
    kind: string
    stars: number | null
    product_group: string | null
    number: string | null
    issued_by: string | null
    decision_no: string | null
    issued_on: string
    valid_until: string | null
    revoked_on: string | null
    area: string | null
    evidence: string | null
    document_id: string | null
    note: string | null
    version: Generated<number>
    is_demo: Generated<boolean>
    updated_at: Generated<Date>
    updated_by: Generated<string>
  }
  entity_check_events: {
    check_id: string
    seq: number
    action: string
    on_day: string
    text: string | null
    members: string | null
    paper: string | null
    task_id: string | null
    made_by: string
    by_words: string
    made_at: Date
  }
  entity_check_limits: {
    unit_id: string
    most_a_year: number | null
    legal_basis: string | null
    version: Generated<number>
  }
  entity_checks: {
    id: string
    agency_id: string
    entity_id: string
    unit_id: string
    kind: string
    subject: string
    planned_on: string
    year: Generated<number>
    plan_paper: string | null
    state: Generated<string>
    held_on: string | null
    planned_by: string
    planned_words: string
    is_demo: Generated<boolean>
    version: Generated<number>
  }
  entity_confirmations: {
    id: string
    entity_id: string
    year: number
    way: string | null
    confirmed_by: string | null
    confirmed_words: string | null
    confirmed_at: Date | null
    note: string | null
    file_id: string | null
    national_on: string | null
    national_words: string | null
    is_demo: Generated<boolean>
  }
  entity_debts: {
    id: string
    entity_id: string
    direction: string
    party: string
    party_name: string | null
    subject: string | null
    amount: number
    arisen_on: string
    due_on: string | null
    is_doubtful: Generated<boolean>
    plan: string | null
    plan_by: string | null
    document_id: string | null
    note: string | null
    version: Generated<number>
    is_demo: Generated<boolean>
    updated_at: Generated<Date>
    updated_by: Generated<string>
  }
  entity_double_queue: { entity_id: string; queued_at: Generated<Date> }
  entity_doubles: {
    id: string
    first_id: string
    second_id: string
    first_unit_id: string
    second_unit_id: string
    score: number
    reasons: unknown
    state: Generated<string>
    found_at: Generated<Date>
    decided_by: string | null
    decided_by_words: string | null
    decided_at: Date | null
    reason: string | null
  }
  entity_events: {
    id: string
    entity_id: string
    kind: string
    on_day: string
    details: Generated<unknown>
    until_on: string | null
    decided_by: string | null
    decision_no: string | null
    decided_on: string | null
    document_id: string | null
    note: string | null
    recorded_by: string
    recorded_at: Generated<Date>
    voided_by: string | null
    voided_at: Date | null
    void_reason: string | null
  }
  entity_import_mappings: {
    id: string
    agency_id: string
    fingerprint: string
    name: string
    headers: string[]
    mapping: unknown
    updated_at: Generated<Date>
    updated_by: string
  }
  entity_imports: {
    id: string
    agency_id: string
    file_id: string | null
    file_name: string
    source: string
    day: string
    sheet: string
    is_partial: boolean
    counts: unknown
    gone: Generated<number>
    rejected: Generated<unknown>
    imported_by: string
    imported_words: string
    imported_at: Generated<Date>
  }
  entity_managers: {
    id: string
    entity_id: string
    office: string
    name: string
    birth_year: number | null
    sex: string | null
    phone: string | null
    training: string | null
    training_field: string | null
    from_on: string
    until_on: Generated<string>
    note: string | null
    version: Generated<number>
    is_demo: Generated<boolean>
    updated_at: Generated<Date>
    updated_by: Generated<string>
  }
  entity_members: {
    id: string
    entity_id: string
    kind: string
    subject: string
    name: string
    paper_no: string | null
    nationality: string | null
    address: string | null
    phone: string | null
    member_entity_id: string | null
    share: number | null
    assets: string | null
    contributed_on: string | null
    certificate_no: string | null
    certificate_on: string | null
    joined_on: string
    left_on: string | null
    note: string | null
    version: Generated<number>
    is_demo: Generated<boolean>
    updated_at: Generated<Date>
    updated_by: Generated<string>
  }
  entity_memberships: {
    id: string
    entity_id: string
    union_id: string | null
    alliance_id: string | null
    from_on: string
    until_on: Generated<string>
    decision_no: string | null
    card_no: string | null
    note: string | null
    version: Generated<number>
    is_demo: Generated<boolean>
    updated_at: Generated<Date>
    updated_by: Generated<string>
  }
  entity_merge_effects: {
    merge_id: string
    seq: Generated<number>
    held_by: string
    pointer: string | null
    before: unknown
    after: unknown
    is_moved: Generated<boolean>
  }
  entity_merges: {
    id: string
    kept_id: string
    gone_id: string
    kept_unit_id: string
    gone_unit_id: string
    reason: string | null
    kept_after: Generated<unknown>
    merged_by: string
    merged_by_words: string
    merged_at: Date
    undone_by: string | null
    undone_by_words: string | null
    undone_at: Date | null
    undo_reason: string | null
  }
  entity_places: {
    entity_id: string
    from_on: string
    until_on: Generated<string>
    unit_id: string
    address: string | null
    reorganisation_id: string | null
    lat: string | null
    lon: string | null
  }
  entity_products: {
    id: string
    entity_id: string
    name: string
    commodity: string | null
    measure: Generated<string>
    area: string | null
    years: Generated<unknown>
    sold_to: string | null
    from_on: string
    until_on: Generated<string>
    note: string | null
    version: Generated<number>
    is_demo: Generated<boolean>
    updated_at: Generated<Date>
    updated_by: Generated<string>
  }
  entity_proposals: {
    id: string
    entity_id: string
    from_on: string
    attributes: Generated<unknown>
    place: unknown
    seen: unknown
    reason: string
    file_id: string | null
    state: Generated<string>
    proposed_by: string
    proposed_words: string
    proposed_at: Generated<Date>
    accepted: Generated<string[]>
    accepted_from: string | null
    decided_by: string | null
    decided_words: string | null
    decided_at: Date | null
    decision_reason: string | null
    version: Generated<number>
    is_demo: Generated<boolean>
  }
  entity_ratings: {
    entity_id: string
    year: number
    assessment_id: string
    round_id: string
    unit_id: string
    total: string
    band: string
    not_rated: string
    band_name: string
    is_fair: boolean
    is_effective: boolean
    set_name: string
    published_on: string
  }
  entity_search: {
    entity_id: string
    unit_id: string
    name: string
    words: string
    code: string | null
    phone: string | null
    is_live: boolean
    terms: string
    names: Generated<string>
  }
  entity_sizes: { entity_id: string; from_on: string; until_on: string; size: string | null }
  entity_spans: {
    entity_id: string
    from_on: string
    until_on: string
    unit_id: string
    kind: string
    status: string
    is_live: boolean
    is_demo: boolean
    name: string
    words: string
    code: string | null
    law: string | null
    governance: string | null
    field: string | null
    sector: string | null
    lines: string[]
    commodities: string[]
    members: number | null
    capital: number | null
    representative: string | null
    lat: number | null
    lon: number | null
    sort_words: Generated<string>
    workers: number | null
  }
  entity_successions: {
    from_id: string
    to_id: string
    on_day: string
    kind: string
    event_id: string
  }
  entity_versions: {
    entity_id: string
    from_on: string
    until_on: Generated<string>
    name: string
    short_name: string | null
    foreign_name: string | null
    kind: string
    code: string | null
    law: string | null
    governance: string | null
    phone: string | null
    email: string | null
    website: string | null
    lines: Generated<string[]>
    commodities: Generated<string[]>
    charter_capital: number | null
    official_members: number | null
    linked_members: number | null
    other_members: number | null
    workers: number | null
    representative: string | null
    sources: Generated<unknown>
    recorded_by: string | null
    recorded_at: Generated<Date>
  }
  entity_words: { word: string; rests: string[] }
  expected_reporters: { period_id: number; unit_id: string }
  figure_sum_states: {
    unit_id: string
    period_id: number
    boundaries: string
    expected: number
    as_of: Date
  }
  figure_sums: {
    unit_id: string
    period_id: number
    boundaries: string
    indicator_id: string
    breakdown_id: number
    value: string | null
    weight: string | null
    reported: number
    is_estimate: boolean
    is_incomplete: boolean
    is_split: boolean
  }
  figures: {
    unit_id: string
    entity_id: Generated<string>
    indicator_id: string
    year: number
    period_id: number
    breakdown_id: Generated<number>
    seq: Generated<number>
    is_last: Generated<boolean>
    value: string | null
    weight: string | null
    state: string
    source: unknown
    stated_by: string
    stated_at: Generated<Date>
  }
  file_blobs: { hash: Buffer; size: number; media_type: string; created_at: Generated<Date> }
  file_chunks: { hash: Buffer; seq: number; bytes: Buffer }
  file_links: {
    file_id: string
    subject_kind: string
    subject_id: string
    created_at: Generated<Date>
  }
  files: {
    id: string
    hash: Buffer
    name: string
    size: number
    media_type: string
    agency_id: Generated<string | null>
    created_by: Generated<string>
    created_at: Generated<Date>
  }
  finds: {
    id: string
    document_id: string
    kind: string
    start_at: number | null
    end_at: number | null
    quote: string
    data: unknown
    proposed: unknown
  }
  graduate_steps: {
    id: string
    graduate_id: string
    seq: number
    action: string
    on_day: string
    month: string | null
    amount: number | null
    until_on: string | null
    paper: string | null
    text: string | null
    made_by: string
    by_words: string
  }
  graduates: {
    id: string
    agency_id: string
    entity_id: string
    unit_id: string
    programme_id: string | null
    name: string
    birth_year: number | null
    training: Generated<string>
    post: string
    decision: string
    from_on: string
    until_on: string
    region: number
    monthly: number
    wage: number | null
    outcome: Generated<string>
    outcome_on: string | null
    outcome_note: string | null
    paid_months: Generated<number>
    paid: Generated<number>
    is_demo: Generated<boolean>
    version: Generated<number>
  }
  growing_areas: {
    id: string
    entity_id: string
    kind: string
    code: string
    commodity: string | null
    area: string | null
    households: number | null
    markets: string | null
    place: string | null
    issued_by: string | null
    issued_on: string
    suspended_on: string | null
    revoked_on: string | null
    note: string | null
    version: Generated<number>
    is_demo: Generated<boolean>
    updated_at: Generated<Date>
    updated_by: Generated<string>
  }
  hand_overs: {
    id: string
    account_id: string
    agency_id: string
    made_by: Generated<string>
    on_day: string
    made_at: Date
    basis: string
    note: string | null
    duties: unknown
    remaining: number
  }
  handled_checks: { id: string }
  handled_difficulties: { id: string }
  handled_loans: { id: string }
  handled_recognitions: { id: string }
  handled_supports: { id: string }
  holidays: { on_day: string; name: string; is_off: boolean }
  idempotency_keys: {
    account_id: Generated<string>
    key: string
    request_hash: Buffer
    status: number | null
    response: unknown
    created_at: Generated<Date>
  }
  indicator_versions: {
    indicator_id: string
    version: number
    said: unknown
    changed_by: string | null
    changed_at: Generated<Date>
  }
  indicators: {
    id: string
    code: string
    name: string
    measure: string
    adds_up: string
    version: Generated<number>
    name_en: string | null
    definition: Generated<string>
    owner: Generated<string>
    origin: Generated<string>
    formula: string | null
    registry_rule: string | null
    entity_kinds: Generated<string[]>
    stated_as: string | null
    dims: Generated<string[]>
    decimals: Generated<number>
    place: Generated<number>
    is_active: Generated<boolean>
    updated_at: Generated<Date>
    updated_by: string | null
  }
  inspection_remedies: {
    id: string
    inspection_id: string
    text: string
    agency_id: string
    due_on: string
    task_id: string | null
    position: number
  }
  inspections: {
    id: string
    body_id: string
    seat_id: string | null
    unit_id: string
    entity_id: string | null
    item_id: string | null
    subject: string
    state: string
    planned_on: string
    made_on: string | null
    place: string | null
    present: string | null
    findings: string | null
    next_on: string | null
    document_id: string | null
    is_demo: Generated<boolean>
    version: Generated<number>
    created_by: string
  }
  installation: { name: string; value: unknown }
  invitations: { meeting_id: string }
  jobs: {
    id: string
    account_id: Generated<string>
    post_id: string | null
    name: string
    state: Generated<string>
    result: unknown
    error: string | null
    created_at: Generated<Date>
    started_at: Date | null
    ended_at: Date | null
    progress: unknown
  }
  kept_bodies: { body_id: string }
  kept_duties: { id: string }
  kept_entities: { id: string }
  kept_for_writing: { id: string }
  kept_inspections: { id: string }
  kept_places: { entity_id: string; from_on: string; until_on: string }
  kept_plans: { id: string }
  kept_programmes: { id: string }
  kept_targets: { id: string }
  known_people: { account_id: string }
  known_recognitions: { id: string }
  line_groups: { grouping: string; code: string; value: string }
  loan_dues: {
    loan_id: string
    position: number
    due_on: string
    principal: number
    interest: number
    settled_on: string | null
  }
  loan_events: {
    loan_id: string
    seq: number
    action: string
    on_day: string
    amount: number | null
    principal: number | null
    client_id: string | null
    paper: string | null
    text: string | null
    details: Generated<unknown>
    reverses: number | null
    made_by: string
    by_words: string
    made_at: Date
  }
  loan_funds: {
    id: string
    agency_id: string
    unit_id: string
    name: string
    legal_basis: string | null
    charter_capital: number | null
    own_percent: number
    one_percent: number | null
    max_amount: number | null
    max_months: number | null
    yearly_rate: number
    late_percent: number
    basis: string
    group_days: number[] | null
    is_ended: Generated<boolean>
    is_demo: Generated<boolean>
    version: Generated<number>
    related_percent: number | null
  }
  loan_relations: { fund_id: string; entity_id: string; other_id: string }
  loans: {
    id: string
    fund_id: string
    entity_id: string
    unit_id: string
    purpose: string
    project_total: number
    own_capital: number
    asked: number
    collateral: string | null
    requested_on: string
    requested_agency_id: string
    requested_by: string
    requested_words: string
    state: Generated<string>
    yearly_rate: number
    late_percent: number
    basis: string
    method: string
    months: number
    every_months: number
    grace_months: number
    approved: number | null
    disbursed: Generated<number>
    outstanding: Generated<number>
    is_restructured: Generated<boolean>
    is_demo: Generated<boolean>
    version: Generated<number>
  }
  market_notices: {
    id: string
    entity_id: string
    side: string
    entity_name: Generated<string>
    title: string
    commodity: string | null
    quantity: string | null
    measure: string | null
    price: string | null
    place: string | null
    contact: string | null
    from_on: string
    until_on: string
    closed_on: string | null
    outcome: string | null
    note: string | null
    version: Generated<number>
    is_demo: Generated<boolean>
    updated_at: Generated<Date>
    updated_by: Generated<string>
  }
  market_prices: {
    id: string
    agency_id: string
    unit_id: string
    commodity: string
    place: string
    measure: string
    price: number
    on_day: string
    source: string
    is_demo: Generated<boolean>
  }
  meeting_attendees: {
    id: string
    meeting_id: string
    agency_id: string | null
    name: string
    title: string | null
    attendance: Generated<string>
    person: string | null
    person_title: string | null
    note: string | null
    position: number
  }
  meeting_files: { meeting_id: string; file_id: string; position: number }
  meeting_steps: {
    meeting_id: string
    seq: number
    action: string
    note: string | null
    on_day: string
    by_words: string
    account_id: string
    post_id: string
    recorded_at: Generated<Date>
  }
  meetings: {
    id: string
    agency_id: string
    agency_unit_id: string
    kind: string
    title: string
    held_on: string | null
    starts_at: string | null
    place: string | null
    chair_name: string | null
    chair_title: string | null
    state: string
    ends_at: string | null
    agenda: Generated<unknown>
    course: string | null
    conclusion: string | null
    secretary_name: string | null
    secretary_title: string | null
    invited_on: string | null
    note: string | null
    version: Generated<number>
    created_by: string
    created_at: Generated<Date>
    listed_on: Generated<string>
    folded: Generated<string | null>
    search: Generated<string | null>
    keeper_id: string | null
  }
  meetings_in_units: { id: string }
  member_minimums: { kind: string; law: string; members: number; basis: string }
  notices: {
    id: string
    account_id: string
    kind: string
    subject_kind: string
    subject_id: string | null
    params: Generated<unknown>
    dedupe: string
    created_at: Generated<Date>
    seen_at: Date | null
    told_by: Generated<string>
  }
  open_targets: { id: string }
  opinion_rounds: {
    id: string
    task_id: string
    title: string
    text: string
    file_id: string | null
    opened_on: string
    until_on: string
    closed_on: string | null
    version: Generated<number>
    created_by: string
    keeper_id: string | null
  }
  opinions: {
    round_id: string
    agency_id: string
    answer: string | null
    remarks: Generated<unknown>
    answered_on: string | null
    paper: string | null
    by_words: string | null
  }
  own_agencies: { agency_id: string }
  own_commune: { unit_id: string; agency_id: string }
  own_documents: { id: string }
  own_entities: { id: string }
  own_meetings: { id: string }
  own_registrations: { id: string }
  own_return_ids: { id: string }
  own_rounds: { id: string }
  own_seats: { seat_id: string }
  own_tasks: { id: string }
  own_units: { unit_id: string }
  party_tasks: { task_id: string }
  passkey_challenges: { challenge: string; account_id: string; expires_at: Date }
  passkeys: {
    id: string
    account_id: string
    credential: string
    public_key: Buffer
    counter: number
    transports: Generated<string[]>
    name: string
    created_at: Date
    last_used_at: Date | null
  }
  password_resets: {
    id: string
    hash: Buffer
    account_id: string
    made_by: Generated<string>
    expires_at: Date
    used_at: Date | null
    kind: Generated<string>
  }
  period_windows: {
    kind: string
    valid_from: string
    cut_off_day: number
    basis: string
    is_verified: Generated<boolean>
  }
  periods: { id: Generated<number>; kind: string; from_on: string; until_on: string }
  person_duties: {
    account_id: string
    kind: string
    id: string
    code: string
    title: string
    due_on: string
    agency_id: string
  }
  placeless_entities: { id: string }
  plan_funds: {
    plan_id: string
    policy_id: string
    agency_id: string | null
    on_day: string
    amount: string | null
  }
  plan_needs: {
    plan_id: string
    agency_id: string
    policy_id: string
    on_day: string
    this_year: string | null
    amount: string
    note: string | null
    stated_by: string
    stated_words: string
    stated_at: Date
    is_demo: Generated<boolean>
  }
  plan_policies: { plan_id: string; policy_id: string; position: number }
  plans: {
    id: string
    body_id: string
    unit_id: string
    kind: string
    title: string
    from_on: string
    until_on: string
    state: Generated<string>
    document_id: string | null
    bases: string | null
    note: string | null
    register_by: string | null
    parent_id: string | null
    opened_on: string | null
    submitted_on: string | null
    number: string | null
    issued_on: string | null
    issued_by: string | null
    version: Generated<number>
    is_demo: Generated<boolean>
    created_by: string
    near_percent: Generated<number>
  }
  posts: {
    id: string
    account_id: string
    agency_id: string
    committee_id: string | null
    role: string
    title: string
    authority: string | null
    from_on: string
    until_on: Generated<string>
  }
  programme_items: {
    id: string
    programme_id: string
    month: number
    kind: string
    text: string
    lead_id: string | null
    seat_id: string | null
    product: string | null
    due_on: string
    meeting_id: string | null
    task_id: string | null
    document_id: string | null
    done_on: string | null
    note: string | null
    cancelled_on: string | null
    position: number
  }
  programmes: {
    id: string
    body_id: string
    year: number
    paper: string | null
    issued_on: string | null
    document_id: string | null
    is_demo: Generated<boolean>
    version: Generated<number>
    created_by: string
  }
  proposed_recognitions: { id: string }
  published_figures: {
    id: string
    place: Generated<string>
    indicator_id: string
    kind: string
    year: number
    part: Generated<number>
    value: string
    words: Generated<string>
    agency: string
    source: string
    note: Generated<string>
    version: Generated<number>
    updated_at: Generated<Date>
    updated_by: string | null
  }
  purge_items: {
    purge_id: string
    position: number
    kind: string
    record_id: string | null
    label: string
    issuer: string | null
    on_day: string | null
    takes: Generated<unknown>
    kept: string | null
    kept_until: string | null
    places: unknown
    reached: string[] | null
    done_at: Date | null
  }
  purges: {
    id: string
    decision: string
    decided_on: string
    decided_by: string
    ground: string
    file_id: string
    chosen: unknown
    state: Generated<string>
    agency_id: string
    made_by: string
    made_at: Generated<Date>
    confirmed_by: string | null
    confirmed_at: Date | null
    ended_at: Date | null
    version: Generated<number>
  }
  raised_difficulties: { id: string }
  reachable_spans: {
    entity_id: string
    from_on: string
    until_on: string
    unit_id: string
    kind: string
    status: string
    is_live: boolean
    is_demo: boolean
    name: string
    words: string
    code: string
    law: string
    governance: string
    field: string
    sector: string
    lines: string[]
    commodities: string[]
    members: number
    capital: number
    representative: string
    lat: number
    lon: number
    updated_at: Date
    sort_words: string
    workers: number
  }
  reachable_tasks: { id: string }
  read_bodies: { body_id: string }
  readable_assessment_rounds: { id: string; set_id: string }
  readable_assessments: { id: string; round_id: string }
  readable_checks: { id: string; state: string; is_own: boolean }
  readable_difficulties: { id: string }
  readable_entities: { id: string }
  readable_loans: { id: string }
  readable_plans: { id: string }
  readable_return_contents: { id: string }
  readable_returns: { id: string }
  readable_rounds: { id: string; form_id: string }
  readable_supports: { id: string }
  readable_targets: { id: string }
  reader_documents: { document_id: string }
  readings: {
    id: string
    owner_id: string
    title: string
    text: string
    text_hash: Buffer
    source_name: string | null
    file_id: string | null
    document_date: string | null
    state: Generated<string>
    proposal: unknown
    review: unknown
    version: Generated<number>
    document_id: string | null
    notice_id: string | null
    meeting_id: string | null
    right_count: Generated<number>
    open_count: Generated<number>
    skipped_count: Generated<number>
    scores: unknown
    created_by: string
    created_by_words: string
    created_at: Generated<Date>
    saved_by_words: string
    saved_at: Generated<Date>
    confirmed_at: Date | null
    keeper_id: string | null
  }
  received_returns: { id: string; state: string }
  recognition_events: {
    recognition_id: string
    seq: number
    action: string
    on_day: string
    text: string | null
    made_by: string
    by_words: string
    made_at: Date
  }
  recognition_lists: {
    id: string
    unit_id: string
    models: Generated<unknown>
    commendations: Generated<unknown>
    is_demo: Generated<boolean>
    version: Generated<number>
  }
  recognitions: {
    id: string
    kind: string
    entity_id: string
    entity_name: string
    unit_id: string
    province_id: string
    from_agency_id: string
    to_agency_id: string
    form: string
    title: string
    story: string
    year: number
    figures: Generated<unknown>
    pictures: Generated<unknown>
    checks: Generated<unknown>
    state: Generated<string>
    changed_on: string
    submitted_on: string | null
    decision_number: string | null
    decided_on: string | null
    decided_by: string | null
    is_demo: Generated<boolean>
    version: Generated<number>
  }
  recovery_codes: { hash: Buffer; account_id: string; used_at: Date | null }
  registry_lists: { name: string; version: Generated<number> }
  reorganisation_effects: {
    reorganisation_id: string
    seq: number
    module: string
    subject_id: string
    effect: unknown
  }
  reorganisation_progress: {
    reorganisation_id: string
    step: number
    steps: number
    doing: unknown
    failure: unknown
    at: Generated<Date>
  }
  reorganisations: {
    id: string
    act: string
    decided_on: string | null
    on_day: string
    title: string
    document_id: string | null
    state: Generated<string>
    plan: unknown
    report: unknown
    version: Generated<number>
    created_by: string
    created_at: Generated<Date>
    applied_by: string | null
    applied_at: Date | null
    undone_by: string | null
    undone_at: Date | null
    scheduled_by: string | null
    told: Generated<string[]>
  }
  report_figures: {
    report_id: string
    seq: number
    position: number
    typed: string
    place: string
    sentence: string
    show: string
    unit_id: string
    indicator_id: string
    period: string
    breakdown_id: number | null
    parts: Generated<unknown>
    side: string
    value: string | null
    weight: string | null
    compared: string | null
    compared_words: string | null
    printed: string
    was: string | null
    source: unknown
  }
  report_form_versions: {
    form_id: string
    no: number
    definition: unknown
    is_frozen: Generated<boolean>
    note: string | null
    made_by: string
    by_words: string
    made_at: Generated<Date>
  }
  report_forms: {
    id: string
    owner_id: string
    code: string
    name: string
    is_retired: Generated<boolean>
    is_demo: Generated<boolean>
    version: Generated<number>
  }
  report_makes: {
    report_id: string
    seq: number
    as_of: Date
    compared_with: string | null
    compared_seq: number | null
    word_file_id: string
    marked_file_id: string | null
    sheet_file_id: string
    text: string
    figures: number
    missing: number
    changed: number
    milliseconds: number
    made_by: string
    made_words: string
    made_at: Generated<Date>
  }
  report_templates: {
    id: string
    agency_id: string
    name: string
    period_kind: string
    file_id: string
    is_for_below: Generated<boolean>
    ended_on: string | null
    version: Generated<number>
    created_by: string
    created_words: string
    created_at: Generated<Date>
  }
  reports: {
    document_id: string
    unit_id: string
    period_kind: string
    period_year: number
    period_part: number
    boundaries: Generated<string>
    template: string
    template_name: string
    template_file_id: string | null
    own_texts: Generated<unknown>
    code: string
    replaces_id: string | null
    signed: unknown
    signed_file_id: string | null
    made_seq: Generated<number>
    job_id: string | null
    version: Generated<number>
    is_demo: Generated<boolean>
  }
  request_counts: { account_id: Generated<string>; kind: string; minute: Date; count: number }
  requested_loans: { id: string }
  retention_rules: {
    id: string
    kind: string
    paper_kind: string | null
    years: number
    basis: string
    from_on: string
    until_on: Generated<string>
  }
  return_cells: {
    unit_id: string
    return_id: string
    entity_id: Generated<string>
    indicator_id: string
    breakdown_id: Generated<number>
    version: Generated<number>
    value: string | null
    weight: string | null
    is_none: Generated<boolean>
    is_same: Generated<boolean>
    source: string | null
    reason: string | null
    client: string | null
    n: number | null
    stated_by: string
    by_words: string
    stated_at: Date
    is_accepted: Generated<boolean>
    accepted_value: string | null
    accepted_none: Generated<boolean>
    corrected: unknown
  }
  return_clients: {
    unit_id: string
    return_id: string
    client: string
    n: number
    answer: unknown
    taken_at: Date
  }
  return_events: {
    unit_id: string
    return_id: string
    seq: number
    action: string
    text: string | null
    details: Generated<unknown>
    file_id: string | null
    made_by: string
    by_words: string
    made_at: Date
  }
  return_heads: {
    id: string
    unit_id: string
    agency_id: string
    receiver_id: string
    checker_id: string
    round_id: string
    state: string
    check_state: string
    due_on: string
    check_due_on: string
    correction: unknown
    presented_words: string
    sent_words: string
    sent_at: Date
    accepted_at: Date
    reminded_on: string
    is_demo: boolean
    version: number
    form_id: string
    form_no: number
    period_id: number
    round_title: string
    opens_on: string
    cutoff_on: string
    estimate_on: string
    deadlines: unknown
    paper: string
    form_code: string
    form_name: string
    is_own: boolean
    is_receiver: boolean
    is_checker: boolean
    has_below: boolean
  }
  return_invites: { unit_id: string; return_id: string; entity_id: string; invited_on: string }
  return_offers: {
    unit_id: string
    return_id: string
    entity_id: string
    indicator_id: string
    breakdown_id: number
    value: string | null
    is_none: Generated<boolean>
    is_taken: Generated<boolean>
    offered_by: string
    by_words: string
    offered_at: Date
  }
  return_remarks: {
    id: string
    unit_id: string
    return_id: string
    line: string
    entity_id: string | null
    indicator_id: string | null
    breakdown_id: number | null
    text: string
    is_answered: Generated<boolean>
    made_by: string
    by_words: string
    made_at: Date
  }
  return_texts: {
    unit_id: string
    return_id: string
    key: string
    text: string
    version: Generated<number>
    client: string | null
    n: number | null
    stated_by: string
    by_words: string
    stated_at: Date
  }
  returns: {
    id: string
    round_id: string
    unit_id: string
    agency_id: string
    receiver_id: string
    checker_id: string | null
    state: Generated<string>
    check_state: string | null
    due_on: string
    check_due_on: string | null
    correction: unknown
    presented_words: string | null
    sent_at: Date | null
    sent_words: string | null
    accepted_at: Date | null
    reminded_on: string | null
    is_demo: Generated<boolean>
    version: Generated<number>
  }
  rounds: {
    id: string
    form_id: string
    form_no: number
    period_id: number
    unit_id: string
    level: string | null
    receiver_id: string
    checker_id: string | null
    parent_id: string | null
    title: string
    opens_on: string
    cutoff_on: string
    estimate_on: string
    deadlines: unknown
    check_due_on: string | null
    paper: string | null
    state: Generated<string>
    opened_by: string
    opened_at: Date
    is_demo: Generated<boolean>
    version: Generated<number>
  }
  run_courses: { id: string }
  run_funds: { id: string }
  run_graduates: { id: string }
  run_programmes: { id: string }
  run_trade_events: { id: string }
  rural_criteria: {
    id: string
    unit_id: string
    position: number
    name: string
    legal_basis: string | null
    threshold: string | null
    source: string | null
    is_ended: Generated<boolean>
    is_demo: Generated<boolean>
    version: Generated<number>
  }
  rural_evidence: {
    unit_id: string
    year: number
    criterion_id: string
    state: string
    note: string | null
    entered_on: string
    entered_by: string
    entered_words: string
    is_demo: Generated<boolean>
    version: Generated<number>
  }
  saved_views: {
    id: string
    list: string
    name: string
    search: unknown
    account_id: string
    agency_id: string
    is_shared: Generated<boolean>
    created_at: Generated<Date>
  }
  scope_agencies: {
    account_id: string
    post_id: string
    agency_id: string
    from_on: string
    until_on: Generated<string>
  }
  scope_units: {
    account_id: string
    post_id: string
    unit_id: string
    from_on: string
    until_on: Generated<string>
  }
  self_reviews: {
    agency_id: string
    quarter: string
    task_id: string
    verdict: string
    note: string | null
    by_words: string
    recorded_at: Generated<Date>
  }
  sessions: {
    id: string
    hash: Buffer
    account_id: string
    post_id: string
    address: string
    device: string
    opened_at: Date
    last_seen_at: Date
    ended_at: Date | null
  }
  settings: {
    name: string
    value: unknown
    from_on: string
    until_on: Generated<string>
    version: Generated<number>
  }
  sign_in_attempts: {
    kind: string
    key: string
    failures: Generated<number>
    last_at: Date
    wait_until: Date
  }
  sign_in_links: {
    id: string
    hash: Buffer
    code_hash: Buffer
    account_id: string
    made_by: Generated<string>
    expires_at: Date
    failures: Generated<number>
    used_at: Date | null
  }
  sign_in_steps: {
    hash: Buffer
    account_id: string
    way: string
    failures: Generated<number>
    expires_at: Date
    ended_at: Date | null
  }
  signed_in: { account_id: string; role: string }
  size_thresholds: {
    field: string
    size: string
    members: number
    revenue: number
    capital: number
    basis: string
    from_on: string
    until_on: Generated<string>
  }
  sized_spans: {
    entity_id: string
    from_on: string
    until_on: string
    unit_id: string
    kind: string
    status: string
    is_live: boolean
    is_demo: boolean
    name: string
    words: string
    code: string
    law: string
    governance: string
    field: string
    sector: string
    lines: string[]
    commodities: string[]
    members: number
    capital: number
    representative: string
    lat: number
    lon: number
    sort_words: string
    updated_at: Date
    size: string
    sized_from: string
    sized_until: string
    workers: number
  }
  stale_sums: {
    id: Generated<number>
    unit_id: string | null
    period_id: number | null
    is_bulk: Generated<boolean>
  }
  status_rules: { event: string; status: string; rank: number; opens: boolean }
  steered_difficulties: { id: string }
  sums_day: { is_only: Generated<boolean>; on_day: string }
  support_applications: {
    id: string
    call_id: string
    programme_id: string
    entity_id: string
    unit_id: string
    title: string
    asked: number
    own_capital: number
    checks: Generated<unknown>
    eligibility: unknown
    applied_on: string
    applied_agency_id: string
    applied_by: string
    applied_words: string
    state: Generated<string>
    approved: number | null
    decided_on: string | null
    disbursed: Generated<number>
    is_demo: Generated<boolean>
    version: Generated<number>
    results: Generated<unknown>
    next_due_on: string | null
  }
  support_appraisers: { programme_id: string; agency_id: string }
  support_calls: {
    id: string
    programme_id: string
    name: string
    opens_on: string
    closes_on: string
    budget: number | null
  }
  support_events: {
    application_id: string
    seq: number
    action: string
    on_day: string
    amount: number | null
    client_id: string | null
    paper: string | null
    text: string | null
    made_by: string
    by_words: string
    made_at: Date
  }
  support_opinions: {
    application_id: string
    agency_id: string
    is_for: boolean
    amount: number | null
    text: string
    on_day: string
    made_by: string
    by_words: string
    version: Generated<number>
  }
  support_policies: {
    id: string
    body_id: string | null
    name: string
    basis: string | null
    source: string | null
    position: Generated<number>
    is_ended: Generated<boolean>
    version: Generated<number>
  }
  support_programmes: {
    id: string
    agency_id: string
    unit_id: string
    kind: string
    name: string
    legal_basis: string
    from_on: string
    until_on: string
    sources: Generated<unknown>
    rule: Generated<unknown>
    priority: Generated<string[]>
    checklist: Generated<string[]>
    max_amount: number | null
    is_ended: Generated<boolean>
    is_demo: Generated<boolean>
    version: Generated<number>
  }
  target_allotments: {
    target_id: string
    unit_id: string
    on_day: string
    amount: string | null
    note: string | null
  }
  target_registrations: {
    id: string
    target_id: string
    unit_id: string
    on_day: string
    amount: string
    note: string | null
    registered_by: string
    registered_words: string
    registered_at: Date
    is_demo: Generated<boolean>
  }
  target_subjects: {
    id: string
    registration_id: string
    entity_id: string | null
    name: string
    expected_on: string | null
    position: number
  }
  target_tasks: {
    target_id: string
    task_id: string
    kind: string
    unit_id: string | null
    asked_words: string
    on_day: string
  }
  target_wordings: {
    id: string
    target_id: string
    changed_on: string
    changed_at: Date
    changed_by: string
    changed_words: string
    paper: string
    note: string | null
    words: string
    measure: string
    expression: unknown
    adjusted: string | null
  }
  targets: {
    id: string
    plan_id: string
    parent_id: string | null
    position: number
    words: string
    quote: string | null
    start_at: number | null
    end_at: number | null
    measure: string
    expression: unknown
    counted: unknown
    whole: number | null
    whole_note: string | null
    whole_on: string | null
    whole_by: string | null
    is_registered: Generated<boolean>
    lead_id: string | null
    adjusted: string | null
    version: Generated<number>
    is_demo: Generated<boolean>
  }
  task_comments: {
    id: string
    task_id: string
    account_id: string
    by_words: string
    text: string
    mentions: Generated<string[]>
    kind: Generated<string>
    created_at: Generated<Date>
  }
  task_dunnings: {
    id: string
    task_id: string
    rung: string
    on_day: string
    document_id: string | null
    note: string | null
    by_words: string
  }
  task_events: {
    task_id: string
    seq: number
    event: unknown
    account_id: string
    post_id: string | null
    by_words: string
    recorded_at: Generated<Date>
  }
  task_milestones: {
    id: string
    task_id: string
    title: string
    due_on: string
    done_on: string | null
    position: number
  }
  task_numbers: { issuer_id: string; year: number; last: number }
  task_parties: {
    task_id: string
    agency_id: string
    part: string
    from_on: string
    until_on: Generated<string>
  }
  task_persons: {
    task_id: string
    post_id: string
    account_id: string
    agency_id: string
    passed_at: Generated<Date>
    passed_by: string
    note: string | null
    seen_at: Date | null
    ended_at: Date | null
  }
  task_rights: { action: string; capacity: string }
  task_spans: {
    task_id: string
    from_on: string
    until_on: string
    status: string
    due_on: string | null
    lead_id: string
    is_own_late: Generated<boolean>
    ends_stint: Generated<boolean>
    issuer_id: string | null
    issuer_unit_id: string | null
    is_given: Generated<boolean>
  }
  tasks: {
    id: string
    issuer_id: string
    issuer_unit_id: string
    year: number
    number: number
    part_no: Generated<string>
    parent_id: string | null
    part_kind: string | null
    directive_id: string | null
    document_id: string | null
    item: string | null
    title: string
    content: string | null
    product: string | null
    manner: string
    origin: string
    due_text: string | null
    due_source: string | null
    text_due_on: string | null
    recurrence: unknown
    period: string | null
    lead_id: string
    directed_by: string | null
    tracker_code: string | null
    is_container: Generated<boolean>
    is_given: Generated<boolean>
    version: Generated<number>
    state: Generated<unknown>
    own_spans: Generated<unknown>
    folded: Generated<string | null>
    created_by: string
    created_at: Generated<Date>
  }
  totp_secrets: {
    account_id: string
    secret: Buffer
    confirmed_at: Date | null
    last_step: Generated<number>
  }
  trade_events: {
    id: string
    agency_id: string
    unit_id: string
    programme_id: string | null
    name: string
    kind: string
    place: Generated<string>
    fund: Generated<string>
    from_on: string
    until_on: string
    cost: number | null
    note: Generated<string>
    is_demo: Generated<boolean>
    version: Generated<number>
  }
  trade_participants: {
    event_id: string
    entity_id: string
    unit_id: string
    products: Generated<string>
    agreements: Generated<number>
    contracts: Generated<number>
    value: Generated<number>
    is_demo: Generated<boolean>
  }
  unit_ancestry: { ancestor_id: string; descendant_id: string; from_on: string; until_on: string }
  unit_parts: {
    origin_id: string
    stated_from: Generated<string>
    stated_until: Generated<string>
    unit_id: string
    from_on: string
    until_on: string
    share: string | null
    is_estimate: Generated<boolean>
  }
  unit_successions: {
    from_id: string
    to_id: string
    on_day: string
    is_whole: Generated<boolean>
    act: string
    share: string | null
    is_estimate: Generated<boolean>
    reorganisation_id: string | null
  }
  unit_versions: {
    unit_id: string
    from_on: string
    until_on: Generated<string>
    level: string
    kind: string
    name: string
    code: string | null
    parent_id: string | null
    folded: Generated<string | null>
  }
  units: { id: string; version: Generated<number> }
  value_links: {
    id: string
    entity_id: string
    partner_kind: string
    partner_name: string
    partner_code: string | null
    partner_id: string | null
    contract_no: string | null
    signed_on: string | null
    from_on: string
    until_on: string | null
    product: string
    commodity: string | null
    season: string | null
    area: string | null
    measure: Generated<string>
    committed: string | null
    delivered: string | null
    price_rule: string | null
    offtake: string | null
    result: string | null
    value: number | null
    households: number | null
    evaluation: string | null
    is_model: Generated<boolean>
    document_id: string | null
    note: string | null
    version: Generated<number>
    is_demo: Generated<boolean>
    updated_at: Generated<Date>
    updated_by: Generated<string>
  }
  visible_agencies: { agency_id: string }
  visible_units: { unit_id: string }
  wage_floors: {
    id: string
    unit_id: string
    agency_id: string
    region: number
    from_on: string
    monthly: number
    legal_basis: string
    is_demo: Generated<boolean>
  }
  worked_assessments: { id: string; round_id: string }
}
