/**
 * The public side: one embedded Jetty, and the plain servlet that takes the portal's callbacks
 * (D7). Start at {@link id.aduan.lapor.runner.http.Ingress}.
 */
@NullMarked
package id.aduan.lapor.runner.http;

import org.jspecify.annotations.NullMarked;
