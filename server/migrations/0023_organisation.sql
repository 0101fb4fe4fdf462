-- An act may be set down before its day: on the day the system carries it out, and until then whoever
-- set it down is told of any question that comes up.
alter table reorganisations
  drop constraint reorganisations_state_check,
  add constraint reorganisations_state_check check (state in
    ('draft', 'scheduled', 'applying', 'applied', 'undoing', 'undone')),
  add column scheduled_by uuid references accounts,
  add column told text[] not null default '{}', -- what they were told of: keys of questions, paths of errors
  add check (state <> 'scheduled' or scheduled_by is not null);
create index on reorganisations (scheduled_by);

-- Each agency answers for itself and once; the lead replies remark by remark and changes no word of
-- them; only who opened a round, or speaks for the lead, closes it. Those who are asked count its
-- version up and no more.
create function opinion_is_own() returns trigger
language plpgsql set search_path = public as $$
declare
  said_before jsonb := (select coalesce(jsonb_agg(one - 'handling' - 'reply'), '[]')
    from jsonb_array_elements(old.remarks) one);
  said jsonb := (select coalesce(jsonb_agg(one - 'handling' - 'reply'), '[]')
    from jsonb_array_elements(new.remarks) one);
begin
  if (new.answer, new.answered_on, new.paper, new.by_words, said)
    is distinct from (old.answer, old.answered_on, old.paper, old.by_words, said_before) then
    if old.answer is not null or old.agency_id not in (select agency_id from own_agencies)
      or exists (select from opinion_rounds where id = old.round_id and closed_on is not null) then
      raise insufficient_privilege using message = 'an agency answers for itself, and once';
    end if;
  elsif new.remarks is distinct from old.remarks and not may_do(
    (select task_id from opinion_rounds where id = old.round_id), 'open_opinions') then
    raise insufficient_privilege using message = 'the lead replies to opinions';
  end if;
  return new;
end $$;
create trigger opinion_is_own before update on opinions
  for each row when (current_user = 'hopluc_app') execute function opinion_is_own();

create function round_is_closed_by_lead() returns trigger
language plpgsql set search_path = public as $$
begin
  if new.closed_on is distinct from old.closed_on and not may_do(old.task_id, 'open_opinions') then
    raise insufficient_privilege using message = 'the lead closes a round of opinions';
  end if;
  return new;
end $$;
create trigger round_is_closed_by_lead before update on opinion_rounds
  for each row when (current_user = 'hopluc_app') execute function round_is_closed_by_lead();
