import { z } from 'zod';
import { dia, idDeFila, listaQuery, opcional, texto } from '@/lib/validation';

/** Filters of the alerts. */
export const ListarAlertasQuery = listaQuery.extend({
  situacion: opcional(z.enum(['pendiente', 'atendida'], 'La situación es pendiente o atendida.')),
  usuario: opcional(idDeFila).meta({ description: 'De quién.' }),
});

/** One alert. */
export const LeerAlertaInput = z.strictObject({ id: idDeFila });

/** To say that an alert was looked at, and what came of it. */
export const AtenderAlertaInput = z.strictObject({ id: idDeFila, nota: texto({ min: 3, max: 500 }) });

/** A day of the counter: of everybody, or of one person. */
export const MirarMostradorQuery = z.strictObject({ dia: opcional(dia), usuario: opcional(idDeFila) });

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

/** How often a person did one thing in a day, and how often such a day brings by their own past. */
export type CuentaDeMostradorDto = {
  tipo: string;
  nombre: string;
  id_usuario: number;
  usuario: string;
  eventos: number;
  tickets: number;
  esperados: number;
  /** Days of past that the comparison stands on. */
  dias: number;
  /** Out of their habits, by the rule of the alerts. */
  alerta: boolean;
};

/** A day of the counter: the counts, and the rows they are made of, newest first. */
export type DiaDeMostradorDto = {
  dia: string;
  cuentas: CuentaDeMostradorDto[];
  filas: (FilaDeAlertaDto & { tipo: string; id_usuario: number; usuario: string })[];
};
