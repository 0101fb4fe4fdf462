-- Whoever is in charge of personal data sees for what they were read, taken away or corrected; of other
-- deeds of others the administrator still sees only that they were done.
alter policy of_entry on audit_payloads using (
  (agency_id, entry_id) in (
    select agency_id, id from audit_entries
    where (select role from acting) <> 'admin' or account_id = (select account_id from acting)
      or event like 'personal.%'));
