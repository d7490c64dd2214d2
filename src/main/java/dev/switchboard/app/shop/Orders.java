package dev.switchboard.app.shop;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The orders of the shop, kept in memory; their dates go by the day on which they are read. */
@Singleton
final class Orders {
  private static final int FIRST_RETURN = 501;

  private final Clock clock;
  private final List<Return> returns = new ArrayList<>();

  Orders(Clock clock) {
    this.clock = clock;
  }

  /**
   * An order.
   *
   * @param customer whose it is, by their id at the shop
   */
  record Order(String customer, String number, List<String> items, State state, LocalDate on) {
    boolean holds(String item) {
      return items.stream().anyMatch(each -> isMeant(each, item));
    }

    private static boolean isMeant(String each, String item) {
      var one = each.toLowerCase(Locale.ROOT);
      var other = item.toLowerCase(Locale.ROOT).strip();
      return !other.isEmpty() && (one.contains(other) || other.contains(one));
    }
  }

  /** How far an order is. */
  enum State {
    RECEIVED,
    SHIPPED,
    DELIVERED
  }

  /** A return that is registered. */
  record Return(String number, String order, String item) {}

  /** All orders of the customer, the latest first. */
  List<Order> of(String customer) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return List.of(
            new Order(
                "ada",
                "1007",
                List.of("Ridge tent", "enamel kettle"),
                State.SHIPPED,
                today.minusDays(1)),
            new Order("ada", "1003", List.of("hiking boots"), State.DELIVERED, today.minusDays(5)),
            new Order("ben", "1011", List.of("gas stove"), State.RECEIVED, today))
        .stream()
        .filter(order -> order.customer().equals(customer))
        .toList();
  }

  /** The customer's order of that number; those of others are as little there as none. */
  Optional<Order> find(String customer, String number) {
    return of(customer).stream()
        .filter(order -> order.number().equals(number.replaceAll("\\D", "")))
        .findFirst();
  }

  /** Registers a return, once for each item. */
  synchronized Return register(Order order, String item) {
    return returns.stream()
        .filter(each -> each.order().equals(order.number()) && each.item().equalsIgnoreCase(item))
        .findFirst()
        .orElseGet(() -> {
          var made = new Return("R" + (FIRST_RETURN + returns.size()), order.number(), item);
          returns.add(made);
          return made;
        });
  }
}
