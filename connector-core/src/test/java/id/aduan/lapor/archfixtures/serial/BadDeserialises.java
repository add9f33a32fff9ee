package id.aduan.lapor.archfixtures.serial;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;

/** Planted: reads Java objects. */
public final class BadDeserialises {
  static Object read(InputStream in) throws IOException, ClassNotFoundException {
    try (ObjectInputStream objects = new ObjectInputStream(in)) {
      return objects.readObject();
    }
  }

  private BadDeserialises() {}
}
