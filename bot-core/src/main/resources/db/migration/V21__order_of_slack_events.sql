-- What belongs to one thread is worked on in its order; empty: it belongs to none.
alter table slack_event add column lane varchar(60) default '' not null;
create index slack_event_lane on slack_event (lane, state, event_ts);
