-- Times are milliseconds since 1970-01-01 UTC: a database's own times depend on the time zone.
-- varchar without a length: text would be a large object in H2.

-- A customer's conversation. The row's lock puts all that happens to it in a row.
create table conversation (
  id              varchar(36) primary key,
  channel         varchar(40) not null,
  address         varchar(500) not null,  -- where the customer is reached
  custody         varchar(20) not null,   -- who may speak to the customer
  agent           varchar(200),           -- null: the custody names nobody
  snoozed_until   bigint,                 -- null: not snoozed
  custody_version bigint not null,        -- counts the changes of custody, for compare-and-set
  next_seq        bigint not null,        -- the next turn's number, without gaps from 1
  asked_seq       bigint not null,        -- the customer's newest turn, 0 before the first
  handled_seq     bigint not null,        -- the customer's newest turn that the bot replied to, or 0
  work_due_at     bigint,                 -- when a worker may take it; null: nothing to do
  work_epoch      bigint not null,        -- counts the workers that took it: the last one may write
  work_tries      integer not null,       -- workers that took it since one has finished
  opened_at       bigint not null,
  changed_at      bigint not null
);
create index conversation_work on conversation (work_due_at);

-- The conversation that is going on at an address. Its lock lets one message in at a time.
create table channel_address (
  channel         varchar(40) not null,
  address         varchar(500) not null,
  conversation_id varchar(36) references conversation (id),  -- null: none yet
  primary key (channel, address)
);

-- What was said, and noted. Never changed.
create table turn (
  conversation_id varchar(36) not null references conversation (id),
  seq             bigint not null,
  author          varchar(20) not null,
  body            varchar not null,
  channel         varchar(40),   -- null: not received but written here
  external_id     varchar(500),  -- the channel's own id of the message
  reply_to        bigint,        -- of a bot's reply: the turn it replies to
  receipt         varchar,       -- of what the bot wrote: how it came about, JSON
  written_at      bigint not null,
  primary key (conversation_id, seq),
  unique (channel, external_id),
  unique (conversation_id, reply_to)
);

-- Every change of custody. Never changed.
create table custody_event (
  conversation_id varchar(36) not null references conversation (id),
  version         bigint not null,       -- the custody_version the change led to
  command         varchar(20) not null,
  because         varchar not null,
  custody         varchar(20) not null,
  agent           varchar(200),
  snoozed_until   bigint,
  happened_at     bigint not null,
  primary key (conversation_id, version)
);

-- Turns on their way to the customer.
create table outbox (
  conversation_id varchar(36) not null,
  seq             bigint not null,
  channel         varchar(40) not null,
  address         varchar(500) not null,
  payload         varchar not null,
  state           varchar(20) not null,
  attempts        integer not null,  -- begun, whether or not they came to an end
  next_attempt_at bigint not null,
  last_error      varchar(1000),     -- null: none yet
  primary key (conversation_id, seq),
  foreign key (conversation_id, seq) references turn (conversation_id, seq)
);
create index outbox_due on outbox (state, next_attempt_at);
