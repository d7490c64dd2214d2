package dev.switchboard.knowledge.article;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A row of article_draft; the columns are explained in the migration. */
@MappedEntity("article_draft")
record DraftRow(@Id String conversationId, String articleId, long madeAt, String madeBy) {}
