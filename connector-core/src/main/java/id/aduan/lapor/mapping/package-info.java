/**
 * Says which agency a complaint goes to, and why: a file that officials write, compiled and checked
 * before start. Pure functions behind {@link id.aduan.lapor.mapping.Mapping#load}.
 */
@NullMarked
package id.aduan.lapor.mapping;

import org.jspecify.annotations.NullMarked;
