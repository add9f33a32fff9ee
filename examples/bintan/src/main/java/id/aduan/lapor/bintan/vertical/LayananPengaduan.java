package id.aduan.lapor.bintan.vertical;

import id.aduan.lapor.bintan.vertical.message.AmbilPerkembangan;
import id.aduan.lapor.bintan.vertical.message.AmbilPerkembanganResponse;
import id.aduan.lapor.bintan.vertical.message.CariBerkas;
import id.aduan.lapor.bintan.vertical.message.CariBerkasResponse;
import id.aduan.lapor.bintan.vertical.message.DaftarkanBerkas;
import id.aduan.lapor.bintan.vertical.message.DaftarkanBerkasResponse;
import id.aduan.lapor.bintan.vertical.message.PerbaruiBerkas;
import id.aduan.lapor.bintan.vertical.message.PerbaruiBerkasResponse;
import id.aduan.lapor.bintan.vertical.message.Wire;
import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;

/** The complaint service (layanan pengaduan) of the land office, as its WSDL describes it. */
@WebService(name = "LayananPengaduan", targetNamespace = Wire.NAMESPACE)
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public interface LayananPengaduan {

  /** Opens a dossier; the same request twice opens two. */
  @WebMethod(operationName = "DaftarkanBerkas", action = Wire.NAMESPACE + "/DaftarkanBerkas")
  @WebResult(
      name = "DaftarkanBerkasResponse",
      partName = "parameters",
      targetNamespace = Wire.NAMESPACE)
  DaftarkanBerkasResponse register(
      @WebParam(name = "DaftarkanBerkas", partName = "parameters", targetNamespace = Wire.NAMESPACE)
          DaftarkanBerkas request)
      throws LayananFault;

  /** Sets what a dossier says; the same request twice is as once. */
  @WebMethod(operationName = "PerbaruiBerkas", action = Wire.NAMESPACE + "/PerbaruiBerkas")
  @WebResult(
      name = "PerbaruiBerkasResponse",
      partName = "parameters",
      targetNamespace = Wire.NAMESPACE)
  PerbaruiBerkasResponse revise(
      @WebParam(name = "PerbaruiBerkas", partName = "parameters", targetNamespace = Wire.NAMESPACE)
          PerbaruiBerkas request)
      throws LayananFault;

  @WebMethod(operationName = "CariBerkas", action = Wire.NAMESPACE + "/CariBerkas")
  @WebResult(name = "CariBerkasResponse", partName = "parameters", targetNamespace = Wire.NAMESPACE)
  CariBerkasResponse find(
      @WebParam(name = "CariBerkas", partName = "parameters", targetNamespace = Wire.NAMESPACE)
          CariBerkas request)
      throws LayananFault;

  @WebMethod(operationName = "AmbilPerkembangan", action = Wire.NAMESPACE + "/AmbilPerkembangan")
  @WebResult(
      name = "AmbilPerkembanganResponse",
      partName = "parameters",
      targetNamespace = Wire.NAMESPACE)
  AmbilPerkembanganResponse progress(
      @WebParam(
              name = "AmbilPerkembangan",
              partName = "parameters",
              targetNamespace = Wire.NAMESPACE)
          AmbilPerkembangan request)
      throws LayananFault;
}
