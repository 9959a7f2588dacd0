import { z } from 'zod';
import { idDeFila, listaQuery, opcional, texto } from '@/lib/validation';

/** Filters of the alerts. */
export const ListarAlertasQuery = listaQuery.extend({
  situacion: opcional(z.enum(['pendiente', 'atendida'], 'La situación es pendiente o atendida.')),
  usuario: opcional(idDeFila).meta({ description: 'De quién.' }),
});

/** One alert. */
export const LeerAlertaInput = z.strictObject({ id: idDeFila });

/** To say that an alert was looked at, and what came of it. */
export const AtenderAlertaInput = z.strictObject({ id: idDeFila, nota: texto({ min: 3, max: 500 }) });

/** An alert: something that somebody should look at. */
export type AlertaDto = {
  id: number;
  tipo: string;
  titulo: string;
  /** Why it was raised, in a sentence with its figures. */
  frase: string;
  fecha: string;
  /** The La Paz day it is about. */
  dia: string;
  id_usuario: number | null;
  usuario: string | null;
  id_sucursal: number;
  sucursal: string | null;
  eventos: number;
  ocasiones: number;
  /** How many such a day brings by the person's own past. */
  esperados: number;
  situacion: 'pendiente' | 'atendida';
  atendida_por: string | null;
  atendida_en: string | null;
  nota: string | null;
};

/** One of the rows that an alert counted. */
export type FilaDeAlertaDto = { fecha: string; texto: string; detalle: string | null; enlace: string | null };

/** An alert with the rows it counted, oldest first, two hundred at most. */
export type AlertaDetalleDto = AlertaDto & { filas: FilaDeAlertaDto[] };
