@NullMarked
package dev.switchboard.bot;

import org.jspecify.annotations.NullMarked;
