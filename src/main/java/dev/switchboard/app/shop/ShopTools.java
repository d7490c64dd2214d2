package dev.switchboard.app.shop;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.invocation.InvocationParameters;
import dev.switchboard.bot.tool.Caller;
import dev.switchboard.bot.tool.CustomerTools;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the bot may do in the shop, always for the customer who has signed in there. */
@Singleton
@Requires(property = DemoShop.ON, value = "true")
public final class ShopTools implements CustomerTools {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final int DELIVERY_DAYS = 3;
  private static final int RETURN_DAYS = 30;

  private final Orders orders;

  ShopTools(Orders orders) {
    this.orders = orders;
  }

  /** Lists the orders of the customer. */
  @Tool(name = "list_orders", value = "Lists all orders of the customer who writes.")
  public String list(InvocationParameters given) {
    var all = orders.of(Caller.of(given).subject());
    return all.isEmpty()
        ? "There are no orders in your account."
        : all.stream().map(ShopTools::told).collect(Collectors.joining("\n"));
  }

  /** Tells how far an order is. */
  @Tool(
      name = "order_status",
      value = "Tells where an order of the customer is, when it was shipped and when it arrives.")
  public String status(
      @P(name = "order_number", value = "the number of the order, such as 1007") String orderNumber,
      InvocationParameters given) {
    return orders
        .find(Caller.of(given).subject(), orderNumber)
        .map(ShopTools::told)
        .orElse("There is no order %s in your account.".formatted(orderNumber));
  }

  private static String told(Orders.Order order) {
    var what = "Order %s (%s)".formatted(order.number(), String.join(", ", order.items()));
    return switch (order.state()) {
      case RECEIVED -> what + " was received on %s and is being packed.".formatted(day(order.on()));
      case SHIPPED ->
          what
              + " was shipped on %s and is expected on %s."
                  .formatted(day(order.on()), day(order.on().plusDays(DELIVERY_DAYS)));
      case DELIVERED -> what + " was delivered on %s.".formatted(day(order.on()));
    };
  }

  private static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** Registers a return. */
  @Tool(
      name = "return_item",
      value = "Registers the return of an item that the customer wants to send back.")
  public String giveBack(
      @P(name = "order_number", value = "the number of the order, such as 1003") String orderNumber,
      @P(name = "item", value = "the item, as the customer calls it") String item,
      InvocationParameters given) {
    var order = orders.find(Caller.of(given).subject(), orderNumber);
    if (order.filter(found -> found.holds(item)).isEmpty()) {
      throw new IllegalArgumentException("the customer has no such item in such an order");
    }
    var made = orders.register(order.get(), item);
    return "Return %s is registered for the %s of order %s. Please send it within %d days."
        .formatted(made.number(), made.item(), made.order(), RETURN_DAYS);
  }
}
