/**
 * How an agency's system faces the world, whatever its interface: a server, trouble on demand, and
 * the officers' pages.
 */
@NullMarked
package id.aduan.lapor.bintan.front;

import org.jspecify.annotations.NullMarked;
