-- What stands in a picture, read once.
create table attachment_words (
  attachment_id varchar(40) primary key references attachment (id) on delete cascade,
  words         varchar(4000) not null,
  read_by       varchar(100) not null -- tesseract, or the team's name for a model
);
