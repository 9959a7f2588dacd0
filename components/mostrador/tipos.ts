import type { TipoDeIncidencia } from '@/lib/mostrador/rules';

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
