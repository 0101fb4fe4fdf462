-- Whether boundaries differ between two days is asked with every table of figures.
create index on unit_versions (from_on);
create index on unit_successions (on_day);
