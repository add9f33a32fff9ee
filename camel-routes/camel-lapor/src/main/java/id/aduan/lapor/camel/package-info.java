/** The Camel component {@code lapor:}, which joins a connector to the routes of its host. */
@NullMarked
package id.aduan.lapor.camel;

import org.jspecify.annotations.NullMarked;
