@NullMarked
package dev.switchboard.knowledge;

import org.jspecify.annotations.NullMarked;
