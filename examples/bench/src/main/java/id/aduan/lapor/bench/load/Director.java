package id.aduan.lapor.bench.load;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Makes things happen beside the traffic, on a thread of its own. */
final class Director {
  private final CompletableFuture<Void> done = new CompletableFuture<>();

  /** What happens, one thing after the other. */
  interface Play {
    void run() throws IOException;
  }

  Director(Play play) {
    Thread thread =
        Executors.defaultThreadFactory()
            .newThread(
                () -> {
                  try {
                    play.run();
                    done.complete(null);
                  } catch (IOException | RuntimeException e) {
                    done.completeExceptionally(e);
                  }
                });
    thread.setDaemon(true);
    thread.start();
  }

  /** Waits for its end. */
  void join() throws IOException {
    try {
      done.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IOException("what was to happen beside the traffic did not", e.getCause());
    }
  }
}
