/**
 * Who people in Slack are: {@link dev.switchboard.channel.slack.people.People} asks Slack once a
 * day, and finds agents among them by their e-mail address.
 */
@NullMarked
package dev.switchboard.channel.slack.people;

import org.jspecify.annotations.NullMarked;
