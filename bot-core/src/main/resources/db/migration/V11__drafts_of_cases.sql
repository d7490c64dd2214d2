-- The article that was made of a case, at most one of each. It begins as a draft.
create table article_draft (
  conversation_id varchar(36) primary key,  -- not a reference: the article outlives the case
  article_id      varchar(200) not null unique references article (id),
  made_at         bigint not null,
  made_by         varchar not null          -- the agent's name
);
