-- What committees do passes over, or ends, with the units and agencies it is about.
do $$
declare one text;
begin
  foreach one in array array['duties', 'duty_meetings', 'inspections', 'programmes', 'programme_items', 'boards']
  loop
    execute format('create policy by_jobs on %I to hopluc_jobs using (true) with check (true)', one);
    execute format('grant select on %I to hopluc_jobs', one);
  end loop;
end $$;
grant insert, update, delete on duties to hopluc_jobs;
grant update (unit_id, state, version) on inspections to hopluc_jobs;
grant update (lead_id, cancelled_on, note) on programme_items to hopluc_jobs;
