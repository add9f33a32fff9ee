/** Faults of the machine that the program runs on, each made to happen and counted. */
@org.jspecify.annotations.NullMarked
package id.aduan.lapor.runner.faults;
