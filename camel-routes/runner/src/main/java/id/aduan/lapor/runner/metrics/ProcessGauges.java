package id.aduan.lapor.runner.metrics;

import com.sun.management.UnixOperatingSystemMXBean;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.function.LongSupplier;

/** What the process takes of its machine. */
final class ProcessGauges {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double MILLIS_PER_SECOND = 1e3;

  private ProcessGauges() {}

  static void register(PrometheusRegistry registry) {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    gauge(
        registry,
        "lapor_heap_used_bytes",
        "Memory in use of the Java heap",
        () -> memory.getHeapMemoryUsage().getUsed());
    gauge(
        registry,
        "lapor_heap_max_bytes",
        "The most that the Java heap may take",
        () -> memory.getHeapMemoryUsage().getMax());
    gauge(
        registry,
        "lapor_threads",
        "Threads of the process",
        () -> ManagementFactory.getThreadMXBean().getThreadCount());
    GaugeWithCallback.builder()
        .name("lapor_uptime_seconds")
        .help("Since the process began")
        .callback(
            out -> out.call(ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS_PER_SECOND))
        .register(registry);
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
      gauge(registry, "lapor_open_files", "Open files", unix::getOpenFileDescriptorCount);
      gauge(
          registry,
          "lapor_open_files_max",
          "The most files that may be open",
          unix::getMaxFileDescriptorCount);
      CounterWithCallback.builder()
          .name("lapor_cpu_seconds_total")
          .help("Processor time that the process has used")
          .callback(out -> out.call(Math.max(0, unix.getProcessCpuTime()) / NANOS_PER_SECOND))
          .register(registry);
    }
  }

  private static void gauge(
      PrometheusRegistry registry, String name, String help, LongSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(out -> out.call((double) value.getAsLong()))
        .register(registry);
  }
}
