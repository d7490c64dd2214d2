-- What the bot offered to do with a tool, and what became of it.
create table proposal (
  id              varchar(40) primary key,
  conversation_id varchar(40) not null,
  shown_seq       bigint not null,        -- the turn in which it was offered
  custody_version bigint not null,        -- nobody else had the conversation since
  tool            varchar(100) not null,
  arguments       varchar(10000) not null, -- JSON
  words           varchar(4000) not null, -- what the customer read
  state           varchar(20) not null,   -- OFFERED, CONFIRMED, DONE, DECLINED, FAILED or UNCLEAR
  made_at         bigint not null,
  answered_at     bigint,
  outcome         varchar(5000) not null  -- what the tool said, or why it failed
);
create index proposal_by_conversation on proposal (conversation_id);
create index proposal_by_state on proposal (state, answered_at);
