import type { Ruta } from './ruta';
import { RUTAS_ACCESO } from './rutas/acceso';
import { RUTAS_ADMITIDOS } from './rutas/admitidos';
import { RUTAS_APROBACION } from './rutas/aprobacion';
import { RUTAS_AUDITORIA } from './rutas/auditoria';
import { RUTAS_AUTH } from './rutas/auth';
import { RUTAS_CAJA } from './rutas/caja';
import { RUTAS_CATEGORIA } from './rutas/categoria';
import { RUTAS_CORREO } from './rutas/correo';
import { RUTAS_EVENTOS } from './rutas/eventos';
import { RUTAS_IMPORTACION } from './rutas/importacion';
import { RUTAS_OPERACION } from './rutas/operacion';
import { RUTAS_PERSONA } from './rutas/persona';
import { RUTAS_PRODUCTO } from './rutas/producto';
import { RUTAS_ROL } from './rutas/rol';
import { RUTAS_SESION } from './rutas/sesion-caja';
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
  ...RUTAS_CAJA,
  ...RUTAS_SESION,
  ...RUTAS_ADMITIDOS,
  ...RUTAS_VENTA,
  ...RUTAS_APROBACION,
  ...RUTAS_AUDITORIA,
  ...RUTAS_CORREO,
  ...RUTAS_WHATSAPP,
  ...RUTAS_OPERACION,
  ...RUTAS_EVENTOS,
];
