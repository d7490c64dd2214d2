package dev.switchboard.channel.web.widget;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;

/** Shows operators how many pages are open in this process. */
@Singleton
final class StreamCount implements MeterBinder {
  // Asked for late: streams are made after the registry of numbers.
  private final BeanProvider<Streams> streams;

  StreamCount(BeanProvider<Streams> streams) {
    this.streams = streams;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("switchboard.streams.open", () -> streams.get().count()).register(meters);
  }
}
