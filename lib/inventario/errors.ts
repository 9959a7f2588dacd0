import { ConflictoError, NoEncontradoError, ValidacionError } from '@/lib/errors';

/** The document does not exist, or is of a branch that the actor does not see. */
export class DocumentoNoEncontradoError extends NoEncontradoError {
  constructor() {
    super('No se encontró el documento.');
  }
}

/** It was voided before, by whoever asked first. */
export class DocumentoAnuladoError extends ConflictoError {
  constructor(folio: string) {
    super('documento_anulado', `${folio} ya está anulado.`);
  }
}

/** A void, or what a sale posted by itself: neither is a person's to take back. */
export class DocumentoSinAnulacionError extends ConflictoError {
  constructor(tipo: string) {
    super('documento_sin_anulacion', `${tipo}: eso no se anula. Se corrige con un ajuste o un conteo.`);
  }
}

/** A line names a product that does not exist or was deleted. `linea` from 0. */
export class LineaSinProductoError extends ConflictoError {
  constructor(linea: number) {
    super('producto_no_encontrado', `La línea ${linea + 1} tiene un producto que ya no existe.`, {
      [`lineas.${linea}.id_producto`]: 'Ya no existe.',
    });
  }
}

/** Whole units only. `linea` from 0; `campo` is the one at fault. */
export class UnidadesEnterasError extends ValidacionError {
  constructor(linea: number, nombre: string, campo = 'cantidad') {
    const frase = `${nombre} se cuenta por unidades enteras.`;
    super(frase, { [`lineas.${linea}.${campo}`]: frase });
  }
}

/** The count does not exist, or is of another branch. */
export class ConteoNoEncontradoError extends NoEncontradoError {
  constructor() {
    super('No se encontró el conteo.');
  }
}

/** The count was applied or cancelled. */
export class ConteoCerradoError extends ConflictoError {
  constructor(estado: string) {
    super('conteo_cerrado', `El conteo ya está ${estado === 'APLICADO' ? 'aplicado' : 'cancelado'}.`);
  }
}

/** There is an open count of the same thing: two would adjust the same difference twice. */
export class ConteoAbiertoError extends ConflictoError {
  constructor() {
    super('conteo_abierto', 'Ya hay un conteo abierto de lo mismo. Hay que terminarlo o cancelarlo.');
  }
}

/** Nothing was counted. */
export class ConteoVacioError extends ConflictoError {
  constructor() {
    super('conteo_vacio', 'Todavía no se contó ningún producto.');
  }
}

/** The product is outside what is being counted. */
export class FueraDelConteoError extends ConflictoError {
  constructor(nombre: string) {
    super('fuera_del_conteo', `${nombre} no es de la categoría que se está contando.`);
  }
}

/** What was counted of some products is no longer good, and why: they have to be counted again. */
export class ConteoDesactualizadoError extends ConflictoError {
  constructor(nombres: readonly string[], porque: string) {
    super('conteo_desactualizado', `Hay que volver a contar ${nombres.slice(0, 5).join(', ')}: ${porque}.`);
  }
}

/** The transfer does not exist, or is between branches that the actor does not see. */
export class TransferenciaNoEncontradaError extends NoEncontradoError {
  constructor() {
    super('No se encontró la transferencia.');
  }
}

/** The transfer is past that step, or not there yet. */
export class PasoNoPermitidoError extends ConflictoError {
  constructor(estado: string) {
    super('transferencia_estado', `La transferencia está ${estado.toLowerCase()}: eso ya no se puede hacer.`);
  }
}

/** More would be accounted for than was sent. */
export class MasDeLoEnviadoError extends ConflictoError {
  constructor(nombre: string, queda: string, linea: number) {
    const frase = `De ${nombre} quedan ${queda} en camino.`;
    super('mas_de_lo_enviado', frase, { [`lineas.${linea}.recibida`]: frase });
  }
}

/** The alert does not exist, or is of another branch. */
export class AlertaStockNoEncontradaError extends NoEncontradoError {
  constructor() {
    super('No se encontró la alerta.');
  }
}

/** Somebody looked at it before, or its cause is gone. */
export class AlertaStockAtendidaError extends ConflictoError {
  constructor() {
    super('alerta_atendida', 'La alerta ya estaba atendida o resuelta.');
  }
}

/** What was found is what there was: there is nothing to adjust. */
export class SinDiferenciaError extends ConflictoError {
  constructor() {
    super('sin_diferencia', 'La existencia ya es esa: no hay nada que ajustar.');
  }
}

/** A product stands on two lines of an adjustment: which of the two quantities is it? */
export class LineaRepetidaError extends ValidacionError {
  constructor() {
    super('Hay un producto repetido.', { lineas: 'Cada producto va una sola vez.' });
  }
}
