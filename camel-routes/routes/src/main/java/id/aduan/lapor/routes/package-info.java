/** The connector's routes, and its way out to the network through Camel HTTP. */
@NullMarked
package id.aduan.lapor.routes;

import org.jspecify.annotations.NullMarked;
