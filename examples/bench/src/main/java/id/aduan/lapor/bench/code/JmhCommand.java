package id.aduan.lapor.bench.code;

import id.aduan.lapor.bench.load.Table;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The code of the way alone, without network and disk. */
@Command(
    name = "jmh",
    mixinStandardHelpOptions = true,
    description = "Verify, parse, decide and encode one message, by JMH; no network, no disk.")
public final class JmhCommand implements Callable<Integer> {
  private final Table table;

  @Option(names = "--iterations", defaultValue = "5")
  private int iterations = 5;

  @Option(names = "--milliseconds", defaultValue = "2000", description = "of each iteration")
  private int milliseconds = 2000;

  /** Rows go to {@code out}. */
  public JmhCommand(PrintStream out) {
    this.table = new Table(out);
  }

  @Override
  public Integer call() throws RunnerException {
    TimeValue each = TimeValue.milliseconds(milliseconds);
    var options =
        new OptionsBuilder()
            .include(IntakeBenchmark.class.getName())
            .forks(1)
            .warmupIterations(iterations)
            .warmupTime(each)
            .measurementIterations(iterations)
            .measurementTime(each)
            .jvmArgs(
                "-XX:+UseSerialGC", // this and the next as ./lapor run has them
                "-Xmx192m",
                "-Dslf4j.internal.verbosity=ERROR")
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    for (RunResult result : new Runner(options).run()) {
      var score = result.getPrimaryResult();
      double error = score.getScoreError();
      if (Double.isNaN(error)) { // of one iteration nothing is known but its mean
        table.row(score.getLabel(), "%.2f \u00b5s", score.getScore());
      } else {
        table.row(score.getLabel(), "%.2f \u00b5s \u00b1 %.2f", score.getScore(), error);
      }
    }
    return 0;
  }
}
