package id.aduan.lapor.routes.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Stands before a mail server and has faults that a mail server has: it answers commands in its
 * place, cuts or holds the connection once the server has the message, or loses the message.
 */
final class SmtpGate implements AutoCloseable {
  private static final String GREETING = "GREETING";

  /** What becomes of a message that the client has sent to its end. */
  enum Fate {
    LET_BY,
    /** The server has it; the connection ends before it can say so. */
    CUT,
    /** The server has it, and nothing more is said. */
    HELD,
    /** It is accepted, and nobody has it. */
    LOST
  }

  private final InetSocketAddress server;
  private final ServerSocket listener;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final Seal seal;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Fate fate = Fate.LET_BY;

  /** How its own connections are sealed. */
  record Seal(MailSettings.Security way, SSLContext context) {}

  SmtpGate(int port) throws IOException, GeneralSecurityException {
    this(port, new Seal(MailSettings.Security.OFF, SSLContext.getDefault()));
  }

  SmtpGate(int port, Seal seal) throws IOException {
    this.seal = seal;
    server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Answers commands that begin so, in the server's place. */
  void answer(String command, String reply) {
    answers.put(command, reply);
  }

  /** Greets in the server's place. */
  void greet(String reply) {
    answers.put(GREETING, reply);
  }

  void fate(Fate newFate) {
    fate = newFate;
  }

  /** No faults any more. */
  void forward() {
    answers.clear();
    fate = Fate.LET_BY;
  }

  /** What clients have said, but for messages. */
  List<String> commands() {
    return List.copyOf(commands);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        threads.execute(() -> serve(client));
      } catch (IOException e) {
        if (!listener.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private Socket sealed(Socket plain) throws IOException {
    SSLSocket sealed =
        (SSLSocket)
            seal.context()
                .getSocketFactory()
                .createSocket(plain, "127.0.0.1", plain.getPort(), true);
    sealed.setUseClientMode(false);
    sealed.startHandshake();
    return sealed;
  }

  private void serve(Socket accepted) {
    try (accepted;
        Socket client = seal.way() == MailSettings.Security.SSL ? sealed(accepted) : accepted;
        Socket behind = new Socket(server.getAddress(), server.getPort())) {
      Talk talk = new Talk(client, behind);
      String greeting = talk.reply();
      talk.tell(answers.getOrDefault(GREETING, greeting));
      String command = answers.containsKey(GREETING) ? null : talk.in.readLine();
      while (command != null && talk.handle(command)) {
        command = talk.in.readLine();
      }
    } catch (IOException e) {
      // The client or the server went away, and with it this conversation: as with any proxy.
      commands.add("(ended by " + e.getClass().getSimpleName() + ")");
    }
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    listener.close();
    threads.shutdownNow();
  }

  /** One conversation. */
  private final class Talk {
    private final Socket client;
    private BufferedReader in;
    private OutputStream out;
    private final BufferedReader behindIn;
    private final OutputStream behindOut;

    Talk(Socket client, Socket behind) throws IOException {
      this.client = client;
      in = reader(client);
      out = client.getOutputStream();
      behindIn = reader(behind);
      behindOut = behind.getOutputStream();
    }

    private BufferedReader reader(Socket socket) throws IOException {
      return new BufferedReader(
          new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    /** Whether the conversation goes on. */
    boolean handle(String command) throws IOException {
      commands.add(command);
      String upper = command.toUpperCase(Locale.ROOT);
      for (Map.Entry<String, String> answer : answers.entrySet()) {
        if (upper.startsWith(answer.getKey())) {
          tell(answer.getValue());
          return !answer.getValue().startsWith("421");
        }
      }
      if (upper.equals("STARTTLS") && seal.way() == MailSettings.Security.STARTTLS) {
        tell("220 go on");
        Socket sealed = sealed(client);
        in = reader(sealed);
        out = sealed.getOutputStream();
        return true;
      }
      if (upper.equals("DATA")) {
        return message(fate);
      }
      pass(command);
      String reply = reply();
      boolean offers = upper.startsWith("EHLO") && seal.way() == MailSettings.Security.STARTTLS;
      tell(offers ? reply.replaceFirst("250 ", "250-STARTTLS\r\n250 ") : reply);
      return true;
    }

    private boolean message(Fate of) throws IOException {
      if (of == Fate.LOST) {
        tell("354 go on\r\n");
      } else {
        pass("DATA");
        tell(reply());
      }
      String line = in.readLine();
      while (line != null) {
        if (of != Fate.LOST) {
          pass(line);
        }
        line = line.equals(".") ? null : in.readLine();
      }
      return ended(of);
    }

    private boolean ended(Fate of) throws IOException {
      switch (of) {
        case LET_BY -> tell(reply());
        case LOST -> tell("250 thank you\r\n");
        case CUT -> reply();
        case HELD -> {
          reply();
          try {
            boolean unused = closed.await(30, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        }
      }
      return of == Fate.LET_BY || of == Fate.LOST;
    }

    String reply() throws IOException {
      StringBuilder reply = new StringBuilder();
      String line = "   -";
      while (line != null && line.length() > 3 && line.charAt(3) == '-') {
        line = behindIn.readLine();
        reply.append(line == null ? "" : line + "\r\n");
      }
      return reply.toString();
    }

    void tell(String reply) throws IOException {
      write(out, reply.endsWith("\r\n") ? reply : reply + "\r\n");
    }

    void pass(String line) throws IOException {
      write(behindOut, line + "\r\n");
    }

    private void write(OutputStream to, String text) throws IOException {
      to.write(text.getBytes(StandardCharsets.ISO_8859_1));
      to.flush();
    }
  }
}
