/**
 * Joins agencies whose systems speak SOAP (document/literal), by a WSDL file and configuration,
 * without generated code.
 *
 * <p>Two types are public: {@link id.aduan.lapor.adapter.soap.SoapAdapter} and what it is told by,
 * {@link id.aduan.lapor.adapter.soap.SoapConfig}.
 */
@NullMarked
package id.aduan.lapor.adapter.soap;

import org.jspecify.annotations.NullMarked;
