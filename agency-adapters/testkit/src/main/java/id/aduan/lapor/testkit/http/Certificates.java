package id.aduan.lapor.testkit.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate authority that nobody else knows, and what it vouches for, made by the JDK's own
 * keytool; each certificate when it is first asked for, since that takes a second. Safe for use by
 * many threads.
 */
public final class Certificates {
  /** Of every file that is made here. */
  public static final String PASSWORD = "ZZSEC-changeit";

  private static final String AUTHORITY = "authority";

  /** For a process that ends before anything else would pay. */
  private static final List<String> QUICK =
      List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC");

  private final Path folder;
  private KeyStore all;

  /** Who has a certificate. */
  public enum Holder {
    /** 127.0.0.1 and localhost. */
    SERVER("-ext SAN=ip:127.0.0.1,dns:localhost"),
    /** The same, a year ago. */
    EXPIRED("-ext SAN=ip:127.0.0.1,dns:localhost -startdate -1y -validity 30"),
    /** Another server. */
    ELSEWHERE("-ext SAN=dns:elsewhere.example.go.id"),
    CLIENT("-validity 365"),
    /** What replaces the client's. */
    CLIENT_RENEWED("-validity 365"),
    CLIENT_EXPIRED("-startdate -1y -validity 30"),
    /** A client whom nobody vouches for. */
    STRANGER("-validity 365");

    private final String options;

    Holder(String options) {
      this.options = options;
    }
  }

  /** Whether a server asks who is calling. */
  public enum Asking {
    NOBODY,
    WHOEVER_LIKES,
    EVERYBODY
  }

  private Certificates(Path folder, KeyStore all) {
    this.folder = folder;
    this.all = all;
  }

  /** Makes the authority. */
  public static Certificates in(Path folder) throws IOException, GeneralSecurityException {
    keytool(file(folder), AUTHORITY, List.of("-ext", "bc:c", "-validity", "365"));
    return new Certificates(folder, load(folder));
  }

  private static Path file(Path folder) {
    return folder.resolve("all.p12");
  }

  private static KeyStore load(Path folder) throws IOException, GeneralSecurityException {
    KeyStore all = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file(folder))) {
      all.load(in, PASSWORD.toCharArray());
    }
    return all;
  }

  /** What was made so far, and the authority. */
  private synchronized KeyStore made() {
    return all;
  }

  private synchronized KeyStore made(Holder holder) throws IOException, GeneralSecurityException {
    if (!all.containsAlias(alias(holder))) {
      List<String> options = new ArrayList<>(List.of(holder.options.split(" ")));
      if (holder != Holder.STRANGER) {
        options.addAll(List.of("-signer", AUTHORITY));
      }
      keytool(file(folder), alias(holder), options);
      all = load(folder);
    }
    return all;
  }

  private static void keytool(Path store, String alias, List<String> options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(QUICK);
    command.addAll(List.of("-genkeypair", "-keyalg", "EC", "-alias", alias));
    command.addAll(List.of("-dname", "CN=" + alias, "-storetype", "PKCS12"));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    command.addAll(options);
    Process keytool =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (keytool.waitFor() != 0) {
        throw new IOException("keytool made no certificate for " + alias);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static String alias(Holder holder) {
    return holder.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The authority's certificate in PEM. */
  public Path authority() throws IOException, GeneralSecurityException {
    return Files.writeString(folder.resolve("authority.pem"), pem(made(), AUTHORITY));
  }

  /** The certificate in PEM, without its key. */
  public String pem(Holder holder) throws IOException, GeneralSecurityException {
    return pem(made(holder), alias(holder));
  }

  private static String pem(KeyStore all, String alias) throws GeneralSecurityException {
    Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    return "-----BEGIN CERTIFICATE-----\n"
        + lines.encodeToString(all.getCertificate(alias).getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }

  /** Writes the certificate with its key and chain, as PKCS#12. */
  public Path write(Holder holder, Path file) throws IOException, GeneralSecurityException {
    KeyStore one = store(holder);
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    try (OutputStream out = Files.newOutputStream(beside)) {
      one.store(out, PASSWORD.toCharArray());
    }
    return Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private KeyStore store(Holder holder) throws IOException, GeneralSecurityException {
    KeyStore one = KeyStore.getInstance("PKCS12");
    one.load(null, null);
    char[] password = PASSWORD.toCharArray();
    KeyStore all = made(holder);
    Certificate[] chain = all.getCertificateChain(alias(holder));
    one.setKeyEntry(alias(holder), all.getKey(alias(holder), password), password, chain);
    return one;
  }

  /**
   * A server's sockets.
   *
   * @param versions of TLS; none for what is usual
   */
  public ServerSocketFactory server(Holder holder, Asking asking, String... versions)
      throws IOException, GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store(holder), PASSWORD.toCharArray());
    KeyStore believed = KeyStore.getInstance("PKCS12");
    believed.load(null, null);
    believed.setCertificateEntry(AUTHORITY, made().getCertificate(AUTHORITY));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(believed);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return new Sockets(context.getServerSocketFactory(), asking, versions);
  }

  private static final class Sockets extends ServerSocketFactory {
    private final ServerSocketFactory plain;
    private final Asking asking;
    private final String[] versions;

    private Sockets(ServerSocketFactory plain, Asking asking, String[] versions) {
      this.plain = plain;
      this.asking = asking;
      this.versions = versions.clone();
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
      return prepared(plain.createServerSocket(port));
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
      return prepared(plain.createServerSocket(port, backlog));
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
        throws IOException {
      return prepared(plain.createServerSocket(port, backlog, address));
    }

    private ServerSocket prepared(ServerSocket made) {
      SSLServerSocket sealed = (SSLServerSocket) made;
      switch (asking) {
        case NOBODY -> sealed.setNeedClientAuth(false);
        case WHOEVER_LIKES -> sealed.setWantClientAuth(true);
        case EVERYBODY -> sealed.setNeedClientAuth(true);
      }
      if (versions.length > 0) {
        sealed.setEnabledProtocols(versions);
      }
      return sealed;
    }
  }
}
