-- Every call of a model, whatever came of it.
create table model_call (
  id               varchar(40) primary key,
  called_at        bigint not null,
  conversation_id  varchar(40) not null,  -- empty: for none
  purpose          varchar(40) not null,
  model            varchar(100) not null, -- the team's name for it
  tier             varchar(10) not null,
  attempt          integer not null,      -- which call for the same question, from 1
  tokens_in        bigint not null,
  tokens_out       bigint not null,
  tokens_cached    bigint not null,
  tokens_reasoning bigint not null,
  tokens_told      boolean not null,      -- by the provider; else estimated, upwards
  cost             bigint not null,       -- in micro-dollars
  first_millis     bigint not null,       -- until it began to answer; 0: it never did
  whole_millis     bigint not null,
  outcome          varchar(20) not null,  -- ANSWERED, or the kind of failure
  because          varchar(500) not null
);
create index model_call_by_conversation on model_call (conversation_id, called_at);
create index model_call_by_time on model_call (called_at);
