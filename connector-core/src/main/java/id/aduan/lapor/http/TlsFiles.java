package id.aduan.lapor.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Reads what a {@link TlsIdentity} is made of. Checking is left to the JDK's own managers. */
final class TlsFiles {
  private static final int BYTES_MAX = 1024 * 1024;

  private TlsFiles() {}

  /** A context, and the certificates that it shows. */
  record Loaded(SSLContext context, List<X509Certificate> shown) {}

  static Loaded load(Optional<ClientCertificate> certificate, Optional<Path> trusted)
      throws TlsFault {
    Optional<KeyStore> keys = Optional.empty();
    if (certificate.isPresent()) {
      keys = Optional.of(keys(certificate.get()));
    }
    List<X509Certificate> anchors = trusted.isPresent() ? anchors(trusted.get()) : List.of();
    try {
      KeyManagerFactory ours =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      if (keys.isPresent()) {
        ours.init(keys.get(), certificate.orElseThrow().password());
      } else {
        ours.init(null, new char[0]);
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(ours.getKeyManagers(), believing(anchors), null);
      return new Loaded(context, keys.isPresent() ? shown(keys.get()) : List.of());
    } catch (UnrecoverableKeyException e) {
      throw new TlsFault(
          name(certificate.orElseThrow().file()) + " has a key that its password does not open", e);
    } catch (GeneralSecurityException | IOException e) {
      throw new TlsFault("the files for TLS cannot be used together", e);
    }
  }

  private static KeyStore keys(ClientCertificate certificate) throws TlsFault {
    String name = name(certificate.file());
    byte[] bytes = bytes(certificate.file());
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(bytes), certificate.password());
      if (keyAliases(store).isEmpty()) {
        throw new TlsFault(name + " holds no private key");
      }
      return store;
    } catch (IOException e) {
      throw new TlsFault(
          e.getCause() instanceof UnrecoverableKeyException
              ? "the password does not open " + name
              : name + " is not a PKCS#12 file",
          e);
    } catch (GeneralSecurityException e) {
      throw new TlsFault(name + " cannot be read by this Java", e);
    }
  }

  private static List<String> keyAliases(KeyStore store) throws GeneralSecurityException {
    List<String> aliases = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias)) {
        aliases.add(alias);
      }
    }
    return aliases;
  }

  private static List<X509Certificate> shown(KeyStore store) throws GeneralSecurityException {
    List<X509Certificate> shown = new ArrayList<>();
    for (String alias : keyAliases(store)) {
      if (store.getCertificate(alias) instanceof X509Certificate certificate) {
        shown.add(certificate);
      }
    }
    return List.copyOf(shown);
  }

  private static List<X509Certificate> anchors(Path file) throws TlsFault {
    byte[] bytes = bytes(file);
    try {
      Collection<? extends Certificate> read =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(bytes));
      List<X509Certificate> anchors =
          read.stream()
              .filter(X509Certificate.class::isInstance)
              .map(X509Certificate.class::cast)
              .toList();
      if (anchors.isEmpty()) {
        throw new TlsFault(name(file) + " holds no certificate");
      }
      return anchors;
    } catch (CertificateException e) {
      throw new TlsFault(name(file) + " is not a list of certificates in PEM", e);
    }
  }

  /** The system's anchors and these. */
  private static TrustManager[] believing(List<X509Certificate> anchors)
      throws GeneralSecurityException, IOException {
    TrustManagerFactory system = factory();
    system.init((KeyStore) null);
    if (anchors.isEmpty()) {
      return system.getTrustManagers();
    }
    KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
    all.load(null, null);
    List<X509Certificate> believed = new ArrayList<>(anchors);
    for (TrustManager manager : system.getTrustManagers()) {
      if (manager instanceof X509TrustManager known) {
        Collections.addAll(believed, known.getAcceptedIssuers());
      }
    }
    for (int i = 0; i < believed.size(); i++) {
      all.setCertificateEntry("anchor-" + i, believed.get(i));
    }
    TrustManagerFactory factory = factory();
    factory.init(all);
    return factory.getTrustManagers();
  }

  private static TrustManagerFactory factory() throws GeneralSecurityException {
    return TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
  }

  private static byte[] bytes(Path file) throws TlsFault {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(BYTES_MAX + 1);
      if (bytes.length > BYTES_MAX) {
        throw new TlsFault(name(file) + " is larger than " + BYTES_MAX + " bytes");
      }
      return bytes;
    } catch (IOException e) {
      throw new TlsFault(name(file) + " cannot be read", e);
    }
  }

  private static String name(Path file) {
    return "the file " + file.getFileName();
  }
}
