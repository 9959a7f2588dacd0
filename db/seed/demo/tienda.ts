import type { Especialidad } from '@/lib/caja/rules';

/** The password of the six demo accounts. */
export const CONTRASENA = 'kantuta-demo';

/** The PIN of who locks up: the others set theirs. */
export const PIN_DE_DEMO = '481592';

/** The branches. */
export const SUCURSALES = {
  miraflores: { nombre: 'Miraflores', direccion: 'Av. Saavedra 1245, La Paz', telefono: '2 224 518' },
  elAlto: { nombre: 'El Alto', direccion: 'Av. 6 de Marzo 380, El Alto', telefono: '2 284 076' },
} as const;
export type ClaveSucursal = keyof typeof SUCURSALES;

/** The people, by the name of their account. Role ids are those of `lib/auth/permisos.ts`. */
export const PERSONAS = {
  super: persona('Elena', 'Vargas', 'Rojas', 'F', '1986-04-17', 3, 'miraflores'),
  propietario: persona('Gonzalo', 'Mercado', 'Peña', 'M', '1971-09-02', 4, 'miraflores'),
  admin: persona('Marcelo', 'Choque', 'Flores', 'M', '1983-12-11', 1, 'miraflores'),
  operador: persona('Rosa', 'Quispe', 'Mamani', 'F', '1995-06-24', 2, 'miraflores'),
  operador2: persona('Juan', 'Condori', 'Apaza', 'M', '1998-02-08', 2, 'elAlto'),
  almacen: persona('Teresa', 'Huanca', 'Poma', 'F', '1990-10-30', 5, 'miraflores'),
} as const;
export type Cuenta = keyof typeof PERSONAS;

/** The cajas and the cash they are born with, in bolivianos. */
export const CAJAS = {
  miraflores1: caja('Caja 1', 'SOLO_VENTAS', 400, 'miraflores'),
  miraflores2: caja('Caja 2', 'MIXTA', 400, 'miraflores'),
  mirafloresAgente: caja('Caja Agente', 'SOLO_AGENTES', 3000, 'miraflores'),
  elAlto1: caja('Caja 1', 'MIXTA', 400, 'elAlto'),
  elAltoAgente: caja('Caja Agente', 'SOLO_AGENTES', 2000, 'elAlto'),
} as const;
export type ClaveCaja = keyof typeof CAJAS;

function persona(
  nombres: string,
  p_apellido: string,
  s_apellido: string,
  genero: 'M' | 'F',
  fecha_nacimiento: string,
  idRol: number,
  sucursal: ClaveSucursal,
) {
  return { nombres, p_apellido, s_apellido, genero, fecha_nacimiento, idRol, sucursal };
}

function caja(nombre: string, especialidad: Especialidad, saldo: number, sucursal: ClaveSucursal) {
  return { nombre, especialidad, saldo, sucursal };
}
