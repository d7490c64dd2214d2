package dev.switchboard.app.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The machine that is measured on. */
public final class Machine {

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final double BUSY = 0.5;
  private static final double KB_IN_A_MB = 1024;

  private Machine() {}

  /** Processes that wanted to run on average over the last minute; negative when unknown. */
  public static double load() {
    return SYSTEM.getSystemLoadAverage();
  }

  /** Processors this process may use. */
  public static int cores() {
    return SYSTEM.getAvailableProcessors();
  }

  /** Whether others use so much of it that only ratios within one run mean anything. */
  public static boolean isBusy() {
    return load() > BUSY * cores();
  }

  /** Share of the processors that nobody used during a second from now on, 0 to 1. */
  public static double idleShare() {
    // The first call begins the time over which the second one looks back.
    SYSTEM.getCpuLoad();
    LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
    return 1 - SYSTEM.getCpuLoad();
  }

  /** CPU time of this process so far, in microseconds. */
  static double cpuMicros() {
    return SYSTEM.getProcessCpuTime() / 1e3;
  }

  /** Heap in use after a collection, in MB. */
  static double heapMb() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
  }

  /** Memory of a process that is in use now, in MB; NaN where the system has no /proc. */
  public static double residentMb(long pid) {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KB_IN_A_MB)
          .findFirst()
          .orElse(Double.NaN);
    } catch (IOException noProc) {
      return Double.NaN;
    }
  }
}
