-- What models on trial would have answered, beside what customers got; shown to nobody else.
create table trial_answer (
  id              varchar(40) primary key,
  answered_at     bigint not null,
  conversation_id varchar(40) not null,
  model           varchar(100) not null,  -- the team's name for it, empty when none could be reached
  outcome         varchar(500) not null,
  answered        boolean not null,
  sentences       integer not null,       -- borne by their sources
  dropped         integer not null,       -- sentences that nothing bears
  same_sources    boolean not null,       -- whether it stands on an article of the real answer
  answer          varchar(8000) not null,
  real_answer     varchar(8000) not null,
  cost            bigint not null,        -- in micro-dollars
  millis          bigint not null
);
create index trial_answer_by_time on trial_answer (answered_at);
