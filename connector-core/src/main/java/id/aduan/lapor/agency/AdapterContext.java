package id.aduan.lapor.agency;

import id.aduan.lapor.http.HttpTransport;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * What an adapter is given besides its settings. It owns none of it.
 *
 * @param http the way out; shared by all adapters
 * @param directory where relative paths in the settings begin: the folder of the configuration
 */
public record AdapterContext(HttpTransport http, InstantSource clock, Path directory) {}
