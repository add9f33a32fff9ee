package id.aduan.lapor.http;

import java.nio.file.Path;

/**
 * A certificate that we show, with its key.
 *
 * @param file PKCS#12: one or more keys, each with its chain
 * @param password of the file and of its keys; never logged
 */
@SuppressWarnings("ArrayRecordComponent") // what the JDK takes, and never compared
public record ClientCertificate(Path file, char[] password) {
  public ClientCertificate {
    password = password.clone();
  }

  @Override
  public char[] password() {
    return password.clone();
  }

  @Override
  public String toString() {
    return "ClientCertificate[" + file + "]";
  }
}
