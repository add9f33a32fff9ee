package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.privacy.SealException;
import id.aduan.lapor.privacy.Sealer;
import id.aduan.lapor.store.Tx;
import java.util.Optional;

/** Holds the keys against a value that the store was first sealed with. */
final class KeyCheck {
  private static final String PLACE = "lapor_key_check/1/sealed";

  private static final String SELECT = "select sealed from lapor_key_check where id = 1";

  private KeyCheck() {}

  /**
   * Opens the store's own sealed value, or makes it in a new store.
   *
   * @throws SealException when the keys are not those of the store: nothing could be read
   */
  static boolean check(Tx tx, Sealer sealer) {
    Optional<byte[]> sealed = JdbcTx.of(tx).first(SELECT, row -> row.getBytes(1));
    if (sealed.isEmpty()) {
      return JdbcTx.of(tx)
              .update(
                  "insert into lapor_key_check (id, sealed) values (1, ?)",
                  sealer.seal(new byte[16], PLACE))
          > 0;
    }
    return fits(sealed.get(), sealer);
  }

  /**
   * Opens the store's own sealed value.
   *
   * @return false where it has none: nothing was ever kept in it
   * @throws SealException when the keys are not those of the store
   */
  static boolean hold(Tx tx, Sealer sealer) {
    return JdbcTx.of(tx)
        .first(SELECT, row -> row.getBytes(1))
        .map(value -> fits(value, sealer))
        .orElse(false);
  }

  private static boolean fits(byte[] sealed, Sealer sealer) {
    try {
      return sealer.open(sealed, PLACE).length > 0;
    } catch (SealException e) {
      throw new SealException(
          "the keys are not those of this store; find the keyset that it was made with", e);
    }
  }
}
