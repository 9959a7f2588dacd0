import type { Ruta } from './ruta';
import { RUTAS_ACCESO } from './rutas/acceso';
import { RUTAS_ADMITIDOS } from './rutas/admitidos';
import { RUTAS_APARCADO } from './rutas/aparcado';
import { RUTAS_APROBACION } from './rutas/aprobacion';
import { RUTAS_AUDITORIA } from './rutas/auditoria';
import { RUTAS_AUTH } from './rutas/auth';
import { RUTAS_CAJA } from './rutas/caja';
import { RUTAS_DINERO } from './rutas/caja-dinero';
import { RUTAS_TURNO } from './rutas/caja-turno';
import { RUTAS_CATEGORIA } from './rutas/categoria';
import { RUTAS_CIERRE } from './rutas/cierre';
import { RUTAS_CLIENTE } from './rutas/cliente';
import { RUTAS_CONTEO } from './rutas/conteo';
import { RUTAS_CORREO } from './rutas/correo';
import { RUTAS_EDICION } from './rutas/edicion';
import { RUTAS_ETIQUETA } from './rutas/etiqueta';
import { RUTAS_EVENTOS } from './rutas/eventos';
import { RUTAS_IMPORTACION } from './rutas/importacion';
import { RUTAS_INCIDENCIA } from './rutas/incidencia';
import { RUTAS_MOSTRADOR } from './rutas/mostrador';
import { RUTAS_OPERACION } from './rutas/operacion';
import { RUTAS_PERSONA } from './rutas/persona';
import { RUTAS_PRODUCTO } from './rutas/producto';
import { RUTAS_GAVETA, RUTAS_RECIBO } from './rutas/recibo';
import { RUTAS_ROL } from './rutas/rol';
import { RUTAS_SESION } from './rutas/sesion-caja';
import { RUTAS_STOCK } from './rutas/stock';
import { RUTAS_SUCURSAL } from './rutas/sucursal';
import { RUTAS_TAREA } from './rutas/tarea';
import { RUTAS_TRANSFERENCIA } from './rutas/transferencia';
import { RUTAS_USUARIO } from './rutas/usuario';
import { RUTAS_VENTA } from './rutas/venta';
import { RUTAS_WHATSAPP } from './rutas/whatsapp';

/** Every route of the API, in the order of the contract. A test walks `app/api` and compares. */
export const RUTAS: readonly Ruta[] = [
  ...RUTAS_AUTH,
  ...RUTAS_ACCESO,
  ...RUTAS_USUARIO,
  ...RUTAS_PERSONA,
  ...RUTAS_ROL,
  ...RUTAS_CATEGORIA,
  ...RUTAS_PRODUCTO,
  ...RUTAS_IMPORTACION,
  ...RUTAS_EDICION,
  ...RUTAS_ETIQUETA,
  ...RUTAS_STOCK,
  ...RUTAS_CONTEO,
  ...RUTAS_TRANSFERENCIA,
  ...RUTAS_SUCURSAL,
  ...RUTAS_CAJA,
  ...RUTAS_SESION,
  ...RUTAS_GAVETA,
  ...RUTAS_TURNO,
  ...RUTAS_DINERO,
  ...RUTAS_CIERRE,
  ...RUTAS_ADMITIDOS,
  ...RUTAS_TAREA,
  ...RUTAS_VENTA,
  ...RUTAS_RECIBO,
  ...RUTAS_CLIENTE,
  ...RUTAS_APARCADO,
  ...RUTAS_MOSTRADOR,
  ...RUTAS_INCIDENCIA,
  ...RUTAS_APROBACION,
  ...RUTAS_AUDITORIA,
  ...RUTAS_CORREO,
  ...RUTAS_WHATSAPP,
  ...RUTAS_OPERACION,
  ...RUTAS_EVENTOS,
];
