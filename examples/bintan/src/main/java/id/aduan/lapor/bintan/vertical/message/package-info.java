/**
 * The messages of the land office's service, one class per element of its WSDL and under the
 * element's own name. They carry data only; JAXB fills the fields, so a required one can still be
 * null in a request. They are not final, since the schema would say so too.
 */
@NullMarked
@XmlSchema(namespace = Wire.NAMESPACE, elementFormDefault = XmlNsForm.QUALIFIED)
@XmlAccessorType(XmlAccessType.FIELD)
package id.aduan.lapor.bintan.vertical.message;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
import org.jspecify.annotations.NullMarked;
