/** What every way out to the network promises, as tests, and the server that tempts it. */
@NullMarked
package id.aduan.lapor.testkit.http;

import org.jspecify.annotations.NullMarked;
