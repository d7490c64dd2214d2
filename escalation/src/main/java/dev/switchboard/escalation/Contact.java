package dev.switchboard.escalation;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How customers reach the team, as configured under {@code switchboard.contact}.
 *
 * @param email mail address, empty when there is none
 * @param phone phone number as customers are to read it, empty when there is none
 * @param hours when the team can be reached, in the words of the team ("Mon-Fri 9-17 CET"); empty
 *     when not said
 * @param url page with a contact form, https, http or mailto; empty when there is none
 */
@ConfigurationProperties("switchboard.contact")
public record Contact(
    @Bindable(defaultValue = "") String email,
    @Bindable(defaultValue = "") String phone,
    @Bindable(defaultValue = "") String hours,
    @Bindable(defaultValue = "") String url) {

  /** No way to the team is known. */
  public static final Contact NONE = new Contact("", "", "", "");

  public Contact {
    email = email.strip();
    phone = phone.strip();
    hours = hours.strip();
    url = url.strip();
  }

  /** Whether customers can reach the team at all; office hours alone do not help. */
  public boolean reachable() {
    return !(email.isEmpty() && phone.isEmpty() && url.isEmpty());
  }
}
