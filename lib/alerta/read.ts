import { CLASES, esTipo } from './clases';
import type { AlertaDto } from './schemas';

/** What an alert keeps of its figures; an older or newer version may have written less. */
type Datos = {
  dia?: string;
  por?: 'tickets' | 'dias';
  eventos?: number;
  ocasiones?: number;
  esperados?: number;
  pasado?: { dias: number; eventos: number; ocasiones: number };
};

/** An alert as it is read. */
export type FilaAlerta = {
  id: number;
  tipo: string;
  titulo: string;
  fecha: string;
  datos: Datos;
  id_usuario: number | null;
  usuario: string | null;
  id_sucursal: number;
  sucursal: string | null;
  atendida_por: string | null;
  atendida_en: string | null;
  nota: string | null;
};

/** The columns and joins of a `FilaAlerta`; add `where` on `l`. */
export const SELECT_ALERTA = `select l.id, l.tipo, l.titulo, l.fecha, l.datos, l.id_usuario, u.name as usuario, l.id_sucursal,
  s.nombre as sucursal, q.name as atendida_por, l.atendida_en, l.nota
  from alerta l left join usuario u on u.id = l.id_usuario left join usuario q on q.id = l.atendida_por
  left join sucursal s on s.id = l.id_sucursal`;

/** An alert as clients see it. */
export function alertaDto(f: FilaAlerta): AlertaDto {
  const { dia = f.fecha.slice(0, 10), eventos = 0, ocasiones = 0, esperados = 0 } = f.datos;
  return {
    id: f.id,
    tipo: f.tipo,
    titulo: f.titulo,
    frase: fraseDe(f),
    fecha: new Date(f.fecha).toISOString(),
    dia,
    id_usuario: f.id_usuario,
    usuario: f.usuario,
    id_sucursal: f.id_sucursal,
    sucursal: f.sucursal,
    eventos,
    ocasiones,
    esperados,
    situacion: f.atendida_en === null ? 'pendiente' : 'atendida',
    atendida_por: f.atendida_por,
    atendida_en: f.atendida_en && new Date(f.atendida_en).toISOString(),
    nota: f.nota,
  };
}

const decimal = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1 });

/** "9 anulaciones en 84 tickets; en sus 24 días anteriores fueron 22 en 2.010, y se esperaban 0,9." */
function fraseDe({ tipo, datos }: FilaAlerta): string {
  const { por, eventos = 0, ocasiones = 0, esperados = 0, pasado } = datos;
  const nombre = esTipo(tipo) ? CLASES[tipo].nombre : tipo.replaceAll('_', ' ');
  const n = (cuanto: number) => decimal.format(cuanto);
  const hoy =
    por === 'tickets' ? `${n(eventos)} ${nombre} en ${n(ocasiones)} tickets` : `${n(eventos)} ${nombre} en un día`;
  if (!pasado) return `${hoy}.`;
  const antes = por === 'tickets' ? `${n(pasado.eventos)} en ${n(pasado.ocasiones)} tickets` : `${n(pasado.eventos)}`;
  return `${hoy}. En sus ${n(pasado.dias)} días anteriores fueron ${antes}: se esperaban ${n(esperados)}.`;
}
