@NullMarked
package dev.switchboard.knowledge.article;

import org.jspecify.annotations.NullMarked;
