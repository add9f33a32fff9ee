/** A thin layer over servlets: a request comes in, an answer goes out. */
@NullMarked
package id.aduan.lapor.simulator.http;

import org.jspecify.annotations.NullMarked;
