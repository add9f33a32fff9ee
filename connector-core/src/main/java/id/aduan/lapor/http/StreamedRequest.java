package id.aduan.lapor.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A body that is read as it goes out, with its length announced. The JDK's own publisher of streams
 * takes a failure to read for the end, and leaves the stream open when a call is broken off. Safe
 * for use by many threads.
 */
final class StreamedRequest implements BodyPublisher {
  private static final int PIECE_BYTES = 32 * 1024;
  private final Content content;

  StreamedRequest(Content content) {
    this.content = content;
  }

  @Override
  public long contentLength() {
    return content.length();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    InputStream in;
    try {
      in = Contents.open(content);
    } catch (ContentFailure e) {
      subscriber.onSubscribe(new Nothing());
      subscriber.onError(e);
      return;
    }
    subscriber.onSubscribe(new Reading(in, subscriber));
  }

  /** There is nothing to ask for. */
  private static final class Nothing implements Flow.Subscription {
    @Override
    public void request(long more) {}

    @Override
    public void cancel() {}
  }

  /** Reads as much as is asked for; one thread at a time does, whoever asked first. */
  private static final class Reading implements Flow.Subscription {
    private final InputStream in;
    private final Flow.Subscriber<? super ByteBuffer> subscriber;
    private final AtomicLong wanted = new AtomicLong();
    private volatile boolean cancelled;
    private boolean ended; // only by the one who reads

    Reading(InputStream in, Flow.Subscriber<? super ByteBuffer> subscriber) {
      this.in = in;
      this.subscriber = subscriber;
    }

    @Override
    public void request(long more) {
      if (wanted.getAndUpdate(before -> saturated(before, more)) == 0) {
        do {
          next();
        } while (wanted.updateAndGet(before -> Math.max(0, before - 1)) > 0);
      }
    }

    private static long saturated(long before, long more) {
      return before + more < 0 ? Long.MAX_VALUE : before + more;
    }

    private void next() {
      if (ended) {
        return;
      }
      if (cancelled) {
        end();
        return;
      }
      byte[] piece = new byte[PIECE_BYTES];
      int read;
      try {
        read = in.read(piece);
      } catch (IOException e) {
        end();
        subscriber.onError(e);
        return;
      }
      if (read < 0) {
        end();
        subscriber.onComplete();
      } else {
        subscriber.onNext(ByteBuffer.wrap(piece, 0, read));
      }
    }

    private void end() {
      ended = true;
      close();
    }

    /** What was read stays read, whatever becomes of the stream. */
    private void close() {
      try {
        in.close();
      } catch (IOException e) {
        cancelled = true;
      }
    }

    @Override
    public void cancel() {
      cancelled = true;
      request(1); // whoever reads, or else this thread, lets go of the stream
    }
  }
}
