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
      {d.detalle.split('\n').map((linea) => (
        <Parrafo menor key={linea}>
          {linea}
        </Parrafo>
      ))}
      <Ficha
        filas={[
          ['Motivo', d.motivo ?? 'No se escribió'],
          ['Vence', formatFechaHora(d.vence)],
        ]}
      />
      <Boton href={d.enlace}>Ver y responder</Boton>
      <Parrafo menor>Se responde ingresando a Kantuta; este correo solo avisa.</Parrafo>
    </Marco>
  );
}
