@NullMarked
package dev.switchboard.escalation;

import org.jspecify.annotations.NullMarked;
