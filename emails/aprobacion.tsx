import type { DatosDePlantilla } from '@/lib/mail/plantillas';
import { formatFechaHora } from '@/lib/time';
import { Boton, type DeLaTienda, Ficha, Marco, Parrafo } from './marco';

/** Somebody asks for what they may not do alone. */
export function Aprobacion({ tienda, ...d }: DatosDePlantilla['aprobacion'] & DeLaTienda) {
  return (
    <Marco
      tienda={tienda}
      titulo={`${d.solicitante} pide aprobación`}
      resumen={d.resumen}
      pie="Se envía a quien puede aprobarlo. Con que lo haga una persona basta."
    >
      <Parrafo>{d.resumen}</Parrafo>
      <Ficha
        filas={[...filasDe(d.detalle), ['Motivo', d.motivo ?? 'No se escribió'], ['Vence', formatFechaHora(d.vence)]]}
      />
      {d.enlace && <Boton href={d.enlace}>Ver y responder</Boton>}
      <Parrafo menor>Se responde en Aprobaciones, ingresando a Kantuta; este correo solo avisa.</Parrafo>
    </Marco>
  );
}

/** The lines of a detail, each `name: value`; one without a name goes under "Detalle". */
function filasDe(detalle: string): [string, string][] {
  return detalle.split('\n').flatMap((linea): [string, string][] => {
    const [, etiqueta, valor] = /^([^:]{1,40}): (.+)$/.exec(linea) ?? [];
    if (etiqueta && valor) return [[etiqueta, valor]];
    return linea.trim() ? [['Detalle', linea]] : [];
  });
}
