@NullMarked
package dev.switchboard.channel;

import org.jspecify.annotations.NullMarked;
