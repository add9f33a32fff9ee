package id.aduan.lapor.routes;

import id.aduan.lapor.http.Content;
import id.aduan.lapor.http.Contents;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** A body that is read as it goes out, with its length announced. Safe for use by many threads. */
final class StreamedEntity extends AbstractHttpEntity {
  private final Content content;

  StreamedEntity(Content content) {
    super((String) null, null);
    this.content = content;
  }

  @Override
  public boolean isRepeatable() {
    return true;
  }

  @Override
  public boolean isStreaming() {
    return false;
  }

  @Override
  public long getContentLength() {
    return content.length();
  }

  @Override
  public InputStream getContent() throws IOException {
    return Contents.open(content);
  }

  @Override
  public void writeTo(OutputStream to) throws IOException {
    try (InputStream in = getContent()) {
      long unused = in.transferTo(to);
    }
  }

  @Override
  public void close() {}
}
