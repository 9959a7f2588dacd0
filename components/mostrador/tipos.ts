import type { TipoDeIncidencia } from '@/lib/mostrador/rules';
import type { IncidenciaDto } from '@/lib/mostrador/schemas';

/** Each kind of incidencia in the words of a list. */
export const TIPO_EN_PALABRAS: Readonly<Record<TipoDeIncidencia, string>> = {
  precio: 'Otro precio',
  tope: 'Más de lo que su rol permite',
  stock: 'Se vendió sin existencia',
  producto_eliminado: 'Producto eliminado',
  sesion_cerrada: 'Llegó con la caja cerrada',
  apertura_en_conflicto: 'Apertura en conflicto',
  caja_eliminada: 'Caja eliminada',
  cierre_repetido: 'Cierre repetido',
  anulada_dos_veces: 'Anulada dos veces',
  gaveta_sin_saldo: 'La gaveta no alcanzaba',
  folio_repetido: 'Número repetido',
  reloj: 'Hora aproximada',
  autor: 'Quién lo hizo',
  especialidad: 'Caja de otra especialidad',
  retenido: 'Espera una decisión',
};

/** Only a line of the trail waits: whatever is decided, neither money nor goods move. */
const esNota = ({ retenido, tipo_hecho }: Pick<IncidenciaDto, 'retenido' | 'tipo_hecho'>) =>
  retenido && tipo_hecho === 'registro';

/** What can be done about a note that waits, for a row of the list; `null` where the kind of incidencia says it. */
export function quePuedeHacerse(i: Pick<IncidenciaDto, 'retenido' | 'tipo_hecho' | 'espera'>): string | null {
  if (!esNota(i)) return null;
  return i.espera
    ? 'Es solo una constancia, sin dinero ni mercadería. Queda anotada sola cuando llegue lo que espera; si no va a llegar, se puede descartar.'
    : 'Es solo una constancia, sin dinero ni mercadería. Se puede dejar anotada en la auditoría o descartar.';
}

type Decidir = { pregunta: string; asienta: string; entra: string; descarta: string };

/** The words to decide whether what waits enters. */
export function palabrasDeDecision(i: Pick<IncidenciaDto, 'retenido' | 'tipo_hecho' | 'autor'>): Decidir {
  if (esNota(i)) {
    return {
      pregunta: '¿Qué se hace con esta anotación?',
      asienta: 'Anotar',
      entra: `Queda anotada en la auditoría en nombre de ${i.autor}, con la fecha en que ocurrió.`,
      descarta: 'No queda anotada en la auditoría. Sí queda guardado quién decidió descartarla.',
    };
  }
  return {
    pregunta: '¿Qué se hace con este hecho?',
    asienta: 'Asentar',
    entra: `Entra en nombre de ${i.autor}, con la fecha en que ocurrió.`,
    descarta: 'No entra en los libros ni en la caja. Queda guardado quién lo decidió.',
  };
}
