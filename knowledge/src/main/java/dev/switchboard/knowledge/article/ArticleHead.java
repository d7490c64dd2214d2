package dev.switchboard.knowledge.article;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A row of article: which version is the newest. */
@MappedEntity("article")
record ArticleHead(@Id String id, long revision) {}
