package dev.switchboard.channel.slack.sandbox;

import com.google.gson.JsonObject;
import java.time.Duration;

/**
 * What the app answered to something a person did.
 *
 * @param ts of the message the deed made or was about
 * @param status the HTTP status, 200 for an acknowledgement over a socket, 0 for no answer
 * @param body the answer's body
 * @param took how long the app took
 * @param sent what was sent to it
 */
public record Answer(String ts, int status, String body, Duration took, JsonObject sent) {}
