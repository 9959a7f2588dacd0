import { z } from 'zod';
import { autoria, idDeFila, listaQuery, opcional, texto, textoOpcional } from '@/lib/validation';

const campos = {
  nombre: texto({ min: 3, max: 80 }),
  direccion: textoOpcional({ max: 160 }),
  telefono: textoOpcional({ max: 30 }),
  redondeo_efectivo: opcional(z.boolean()),
  texto_encabezado: textoOpcional({ max: 160 }),
  texto_pie: textoOpcional({ max: 160 }),
  dias_devolucion: opcional(
    z.int('Debe ser un número entero.').min(0, 'No puede ser negativo.').max(365, 'Hasta 365 días.'),
  ),
};

/** What a new branch is made of. */
export const CrearSucursalInput = z.strictObject({ ...campos, ...autoria });

/** A partial edit; what is not sent stays, and an empty text is taken off. */
export const EditarSucursalInput = z.strictObject({
  ...campos,
  id: idDeFila,
  nombre: opcional(campos.nombre),
  ...autoria,
});

/** One branch by its id. */
export const IdSucursalInput = z.strictObject({ id: idDeFila, ...autoria });

export const ListarSucursalesQuery = listaQuery.pick({ limite: true, cursor: true, buscar: true });

/** What a ticket says of its branch, and its receipt prints. */
export type SucursalDeTicket = Pick<
  SucursalDto,
  'id' | 'nombre' | 'direccion' | 'telefono' | 'texto_encabezado' | 'texto_pie' | 'dias_devolucion'
>;

/** A branch as clients see it. */
export type SucursalDto = {
  id: number;
  nombre: string;
  direccion: string | null;
  telefono: string | null;
  redondeo_efectivo: boolean;
  texto_encabezado: string | null;
  texto_pie: string | null;
  /** How many days after a sale it takes goods back. */
  dias_devolucion: number;
  /** How the labels of its scales are read, `20AAAAAPPPPPC`. */
  formatos_balanza: string[];
  estado: boolean;
  id_user_create: number | null;
  id_user_update: number | null;
  created_at: string;
  updated_at: string;
};
