-- What agents write, the customer's own numbering of the turns, and since when a custody holds.

alter table conversation add column custody_since bigint default 0 not null;
alter table conversation add column next_shown bigint default 1 not null;  -- as next_seq, of what the customer sees
create index conversation_custody on conversation (custody, custody_since);

-- Numbered apart from seq: a gap would tell the customer that there is a note.
alter table turn add column shown_seq bigint;        -- null: not for the customer
alter table turn add column written_by varchar(200); -- the agent's name; null: not an agent

update conversation set custody_since = changed_at;
update turn set shown_seq = (
  select count(*) from turn earlier
  where earlier.conversation_id = turn.conversation_id and earlier.seq <= turn.seq
    and earlier.author in ('CUSTOMER', 'BOT', 'AGENT'))
where author in ('CUSTOMER', 'BOT', 'AGENT');
update conversation set next_shown = 1 + (
  select count(*) from turn where turn.conversation_id = conversation.id and turn.shown_seq is not null);

create unique index turn_shown on turn (conversation_id, shown_seq);
