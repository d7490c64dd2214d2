-- One row: the number of the newest change of any article. Its lock puts all writers of articles in
-- a row, so that numbers become visible in their order.
create table knowledge_revision (
  only_row boolean default true primary key check (only_row),
  latest   bigint not null
);
insert into knowledge_revision (latest) values (0);

-- Every version of every article, never changed, never deleted.
-- varchar without a length: text would be a large object in H2.
create table article_version (
  revision    bigint primary key,
  article_id  varchar(200) not null,
  version     integer not null,
  kind        varchar(20) not null,
  title       varchar not null,
  variants    varchar not null,  -- JSON, a list of texts
  body        varchar not null,
  tags        varchar not null,  -- JSON, a list of texts
  locale      varchar not null,  -- BCP 47
  valid_from  date,              -- null: no beginning
  valid_until date,              -- null: no end
  status      varchar(20) not null,
  url         varchar not null,
  source      varchar not null,
  unique (article_id, version)
);

-- The newest version of each.
create table article (
  id       varchar(200) primary key,
  revision bigint not null unique references article_version (revision)
);
