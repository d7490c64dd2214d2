/**
 * A shop to try the bot in: {@link dev.switchboard.app.shop.DemoShop} is its site, another one than
 * Switchboard's own, with customers who can sign in; {@link dev.switchboard.app.shop.ShopTools} are
 * the tools by which the bot looks orders up and registers returns.
 */
@NullMarked
package dev.switchboard.app.shop;

import org.jspecify.annotations.NullMarked;
