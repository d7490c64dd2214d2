-- What was kept back of a call, by kind (e-mail 1, phone 2), and the pictures that went along.
alter table model_call add column withheld varchar(300) default '' not null;
alter table model_call add column pictures integer default 0 not null;

-- What a case is about, as a model told it; for the team alone.
create table case_summary (
  conversation_id varchar(36) primary key references conversation (id),
  up_to_seq       bigint not null,       -- the last turn it knows
  words           varchar(2000) not null,
  model           varchar(100) not null
);
