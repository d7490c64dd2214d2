package dev.switchboard.knowledge.article;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of article_version; the columns are explained in the migration. */
@MappedEntity("article_version")
record ArticleVersion(
    @Id long revision,
    String articleId,
    int version,
    String kind,
    String title,
    String variants,
    String body,
    String tags,
    String locale,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validUntil,
    String status,
    String url,
    String source) {}
